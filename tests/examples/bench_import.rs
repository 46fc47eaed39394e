//! Measures the import of a large UniEmens file beside reading it alone: time, and memory at its peak.
//!
//! Prints one figure a line as JSON. Arguments: megabytes of the file (default 30), and the folder to write in (default `target`; a
//! temporary folder is made inside it). Two files are measured: one as payroll programs write it, with weeks and days of each worker,
//! and one with the fewest elements a worker can have, which holds many times more of them.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use backend::app::App;
use backend::companies::Extract;
use backend::companies::service::{ExtractPeriod, ExtractPosition, store_extract};
use backend::intake::service::import_files;
use backend::store::{Options, Store};
use harness::bench::{forget_peak, peak};
use serde_json::json;
use shared::calendar::Day;
use shared::companies::PositionState;
use shared::fiscal::{Matricola, PersonTaxCode};
use shared::intake::{FileKind, ImportState, Report};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Times each file is imported; the median counts.
const RUNS: usize = 3;
const MEGABYTE: f64 = 1024.0 * 1024.0;
const MATRICOLA: &str = "7012345662";
const TAX_CODE: &str = "12345678903";

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let megabytes: u64 = arguments.next().map_or(Ok(30), |text| text.parse())?;
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = tempfile::tempdir_in(folder)?;
    for (name, detailed) in
        [("as written by payroll programs", true), ("with the fewest elements", false)]
    {
        let path = folder.path().join(format!("{detailed}.xml"));
        let workers = generate(&path, megabytes * 1024 * 1024, detailed)?;
        let figures = measure(&path, folder.path(), workers)?;
        let size = fs::metadata(&path)?.len() as f64 / MEGABYTE;
        let label = format!("{size:.0} MB {name}, {workers} workers");
        let (read, import) = (milliseconds(figures.read), milliseconds(figures.import));
        println!(
            "{}",
            json!({"name": format!("import, {label}"), "value": import, "unit": "ms", "floor": read, "goal": "<= 600"})
        );
        println!(
            "{}",
            json!({"name": format!("memory above reading, {label}"), "value": figures.memory, "unit": "MB", "goal": "<= 32"})
        );
    }
    Ok(())
}

fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 10_000.0).round() / 10.0
}

struct Figures {
    read: Duration,
    import: Duration,
    /// Peak while importing, above the peak while reading, in MB.
    memory: f64,
}

fn measure(path: &Path, folder: &Path, workers: usize) -> Outcome<Figures> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut read: Vec<Duration> = (0..RUNS).map(|_| read_alone(path)).collect::<Outcome<_>>()?;
    let (mut import, mut memory) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let app = bakery(&folder.join(format!("{run}-{workers}.redb")))?;
        forget_peak()?;
        read_alone(path)?;
        let before = peak()?;
        forget_peak()?;
        let start = Instant::now();
        let reports = runtime.block_on(import_files(&app, FileKind::Uniemens, &[path.to_owned()]));
        import.push(start.elapsed());
        memory.push(peak()? - before);
        accepted(&reports.map_err(|error| error.to_string())?, workers)?;
        app.store().clone().close()?;
    }
    read.sort();
    import.sort();
    memory.sort_by(f64::total_cmp);
    let middle = RUNS / 2;
    Ok(Figures {
        read: read[middle],
        import: import[middle],
        memory: (memory[RUNS - 1] * 10.0).round() / 10.0,
    })
}

fn accepted(reports: &[Report], workers: usize) -> Outcome<()> {
    let report = reports.first().ok_or("no report")?;
    let import = &report.import;
    if import.state != ImportState::Accepted
        || import.counts.workers as usize != workers
        || import.warnings > 0
    {
        return Err(format!("not accepted: {report:?}").into());
    }
    Ok(())
}

/// Reads the file as the importer does, and nothing more.
fn read_alone(path: &Path) -> Outcome<Duration> {
    let start = Instant::now();
    let (mut file, mut piece) = (File::open(path)?, vec![0; 64 * 1024]);
    while file.read(&mut piece)? > 0 {}
    Ok(start.elapsed())
}

/// A store with one company in it.
fn bakery(path: &Path) -> Outcome<App> {
    let since = Day::new(2019, 3, 1).ok_or("no day")?;
    let period = ExtractPeriod {
        from: since,
        to: None,
        csc: "70201".to_owned(),
        cas: Vec::new(),
        ateco: None,
        self_employed: None,
    };
    let position = ExtractPosition {
        matricola: Matricola::parse(MATRICOLA).map_err(|error| error.to_string())?,
        office: "7010".to_owned(),
        opened: since,
        states: vec![(PositionState::Active, since)],
        entries: Vec::new(),
        periods: vec![period],
    };
    let extract = Extract {
        tax_code: TAX_CODE.to_owned(),
        name: "FORNO ESEMPIO S.R.L.".to_owned(),
        vat: None,
        legal_form: None,
        address: None,
        rea: None,
        ateco: None,
        started: None,
        pec: None,
        email: None,
        phone: None,
        extracted: since,
        principal: false,
        positions: vec![position],
        persons: Vec::new(),
    };
    let app = App::over(Store::open(path, Options::default())?).build();
    let (id, now) = (app.new_id(), app.now());
    let stored = app.store().transact_blocking(move |tx| store_extract(tx, id, &extract, now));
    stored.map_err(|error| error.to_string())?;
    Ok(app)
}

/// Writes a valid file of about `size` bytes; how many workers it declares.
fn generate(path: &Path, size: u64, detailed: bool) -> Outcome<usize> {
    let mut file = BufWriter::new(File::create(path)?);
    let head = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DenunceMensili>\n<DatiMittente Tipo=\"1\"><CFPersonaMittente>RSSMRA85T10A562S\
         </CFPersonaMittente><RagSocMittente>STUDIO ESEMPIO</RagSocMittente><CFMittente>{TAX_CODE}</CFMittente></DatiMittente>\n\
         <Azienda><AnnoMeseDenuncia>2025-09</AnnoMeseDenuncia><CFAzienda>{TAX_CODE}</CFAzienda>\n\
         <PosContributiva Composizione=\"CP\"><Matricola>{MATRICOLA}</Matricola>\n"
    );
    file.write_all(head.as_bytes())?;
    let detail = if detailed { weeks_and_days() } else { String::new() };
    let (mut written, mut workers, mut total) = (head.len() as u64, 0_usize, 0_i64);
    while written < size {
        // 39.87 % of whole hundreds of euro is a whole number of cents.
        let wage = 1_200 + 100 * i64::try_from(workers % 20)?;
        let contribution = wage * 3_987 / 100;
        total += contribution;
        let worker = worker(&tax_code(workers)?, wage, contribution, &detail);
        file.write_all(worker.as_bytes())?;
        written += worker.len() as u64;
        workers += 1;
    }
    write!(
        file,
        "<DenunciaAziendale><NumLavoratori>{workers}</NumLavoratori><ForzaAziendale>{workers}</ForzaAziendale>\
         <DatiQuadraturaRetrContr><NumDenIndiv>{workers}</NumDenIndiv><TotaleADebito>{}</TotaleADebito>\
         <TotaleACredito>0</TotaleACredito></DatiQuadraturaRetrContr></DenunciaAziendale>\n\
         </PosContributiva></Azienda>\n</DenunceMensili>\n",
        total / 100
    )?;
    file.flush()?;
    Ok(workers)
}

fn worker(tax_code: &str, wage: i64, contribution: i64, detail: &str) -> String {
    format!(
        "<DenunciaIndividuale><CFLavoratore>{tax_code}</CFLavoratore><Cognome>ESEMPIO</Cognome><Nome>MARIA TERESA</Nome>\
         <Qualifica1>2</Qualifica1><Qualifica2>F</Qualifica2><Qualifica3>I</Qualifica3><TipoContribuzione>00</TipoContribuzione>\
         <DatiRetributivi><TipoLavoratore>0</TipoLavoratore><Imponibile>{wage}</Imponibile>\
         <Contributo>{},{:02}</Contributo>{detail}</DatiRetributivi></DenunciaIndividuale>\n",
        contribution / 100,
        contribution % 100
    )
}

/// What a payroll program says of the weeks and days of a month.
fn weeks_and_days() -> String {
    let weeks: String = (36..=40)
        .map(|week| {
            format!("<Settimana>\n<IdSettimana>{week}</IdSettimana>\n<TipoCopertura>X</TipoCopertura>\n</Settimana>\n")
        })
        .collect();
    let days: String = (1..=30)
        .map(|day| {
            let works = if day % 7 < 5 { "S" } else { "N" };
            format!("<Giorno GG=\"{day}\"><Lavorato>{works}</Lavorato></Giorno>\n")
        })
        .collect();
    format!(
        "<RetribTeorica>1800</RetribTeorica>\n<OreLavorabili>17600</OreLavorabili>\n{weeks}{days}<SettimaneUtili>430</SettimaneUtili>\n"
    )
}

/// A tax code for each number, with its check character.
fn tax_code(number: usize) -> Outcome<String> {
    let letter = |value: usize| char::from(b'A' + u8::try_from(value % 26).unwrap_or_default());
    let name: String = [17_576, 676, 26, 1].map(|place| letter(number / place)).iter().collect();
    let stem = format!(
        "RSS{}{:02}A{:02}H501",
        &name[1..],
        50 + number / 17_576 % 50,
        1 + number / 700_000
    );
    let checked = (0..26).map(|check| format!("{stem}{}", letter(check)));
    let valid = checked.into_iter().find(|code| PersonTaxCode::parse(code).is_ok());
    Ok(valid.ok_or("no check character fits")?)
}
