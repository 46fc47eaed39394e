//! Measures what our HTTP costs, beside a bare hyper server in the same run.
//!
//! One thread serves, another calls: 64 connections that stay open, each with one call at a time. The measurements take turns, so that
//! whatever else the machine does falls on all of them alike; each turn is set against the floor of the same turn, and the median
//! counts. Prints one JSON object a line:
//! name, value, unit, floor, ratio, goal, and the server's processor time for a call in microseconds, which a busy machine disturbs
//! less (where the system tells it). Arguments: seconds of one turn (default 0.1), turns (default 75).

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, bail};
use backend::app::App;
use backend::config::Config;
use backend::demo;
use backend::fault::Result;
use backend::http::call::{Answer, Visit};
use backend::http::route::{Route, open};
use backend::http::settings::{Rate, Rates, Settings};
use backend::http::{around, routes, serve};
use backend::store::Store;
use bytes::Bytes;
use harness::wire::{self, Wire};
use http_body_util::Full;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use shared::endpoint::{Access, Effect, Endpoint, Method, Payload, RateClass, Spec, url};
use shared::home::OfCompany;
use shared::session::{Viewer, WorkIdentity};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tower::Service;
use warp::Filter;

const CONNECTIONS: usize = 64;
/// Name of the thread that serves.
const SERVER: &str = "bench-server";

/// Says hello, with all of our HTTP around it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Hello {}

impl Endpoint for Hello {
    const SPEC: Spec = Spec {
        name: "bench.hello",
        summary: "Says hello.",
        method: Method::Get,
        path: "/api/v1/hello",
        access: Access::Public,
        effect: Effect::Read,
        rate: RateClass::Read,
        payload: Payload::Query,
    };
    type Reply = String;
}

async fn hello(_: App, _: Visit, _: Hello) -> Result<Answer<String>> {
    Ok(GREETING.to_owned().into())
}

const GREETING: &str = "hello";

/// Something to call again and again.
struct Target {
    name: &'static str,
    goal: Option<f64>,
    address: SocketAddr,
    request: String,
}

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let seconds: f64 = arguments.next().map_or(Ok(0.1), |text| text.parse())?;
    let turns: usize = arguments.next().map_or(Ok(75), |text| text.parse())?;
    let server =
        Builder::new_multi_thread().worker_threads(1).thread_name(SERVER).enable_all().build()?;
    let caller = Builder::new_current_thread().enable_all().build()?;
    let targets = targets(&server, &caller)?;

    let mut measured = vec![(Vec::with_capacity(turns), Vec::with_capacity(turns)); targets.len()];
    for turn in 0..=turns {
        for (target, (rates, costs)) in targets.iter().zip(&mut measured) {
            let (rate, cost) = caller.block_on(calls(target, Duration::from_secs_f64(seconds)))?;
            // The first turn warms up.
            if turn > 0 {
                rates.push(rate);
                costs.push(cost);
            }
        }
    }
    let (floors, _) = measured.first().cloned().context("there is a floor")?;
    for (target, (rates, costs)) in targets.iter().zip(measured) {
        let ratios = rates.iter().zip(&floors).map(|(rate, floor)| rate / floor).collect();
        let line = json!({
            "name": target.name, "value": median(rates).round(), "unit": "calls/s",
            "floor": median(floors.clone()).round(), "ratio": hundredths(median(ratios)), "goal": target.goal,
            "processor_us": hundredths(median(costs)),
        });
        println!("{line}");
    }
    server.shutdown_background();
    Ok(())
}

/// Nanoseconds of processor time that the server's thread has had; nought where the system does not tell.
fn server_time() -> u64 {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let named = |path: &std::path::Path| {
        std::fs::read_to_string(path.join("comm")).is_ok_and(|name| name.trim() == SERVER)
    };
    let times = tasks.map(|task| task.path()).filter(|path| named(path)).filter_map(|path| {
        std::fs::read_to_string(path.join("schedstat")).ok()?.split(' ').next()?.parse::<u64>().ok()
    });
    times.sum()
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

/// The floor first, then what is measured against it.
fn targets(server: &Runtime, caller: &Runtime) -> anyhow::Result<Vec<Target>> {
    let bare = server.block_on(bare_hyper())?;
    let rate = Rate { burst: u32::MAX, per_minute: u32::MAX };
    let rates =
        Rates { sign_in: rate, read: rate, write: rate, upload: rate, export: rate, feed: rate };
    let app = App::over(Store::in_memory()?)
        .config(Config { http: Settings { rates, ..Settings::default() }, ..Config::default() });
    let app = app.demo(true).build();
    let alone = server.block_on(loop_alone(app.config().http.clone()))?;
    let filters = server.block_on(loop_and_filters(app.config().http.clone()))?;
    let ours = server.block_on(whole_server(&app))?;
    let (cookie, viewer) = caller.block_on(sign_in(ours))?;
    let WorkIdentity::Company { id, .. } = viewer.working_for else {
        bail!("the owner works for a company")
    };
    let home = url(&OfCompany { company: id, ..Default::default() })?;
    let get = |path: &str, headers: &str| {
        format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n")
    };
    Ok(vec![
        Target { name: "bare hyper hello", goal: None, address: bare, request: get("/", "") },
        Target { name: "loop alone", goal: None, address: alone, request: get("/", "") },
        Target {
            name: "loop and filters",
            goal: Some(0.9),
            address: filters,
            request: get(Hello::SPEC.path, ""),
        },
        Target {
            name: "hello of an endpoint",
            goal: None,
            address: ours,
            request: get(Hello::SPEC.path, ""),
        },
        Target {
            name: "signed-in home",
            goal: Some(0.6),
            address: ours,
            request: get(
                &home,
                &format!("Accept-Encoding: gzip, deflate, br, zstd\r\nCookie: {cookie}\r\n"),
            ),
        },
    ])
}

async fn bare_hyper() -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let _ = stream.set_nodelay(true);
            let answer = |_: Request<_>| async {
                Ok::<_, Infallible>(Response::new(Full::new(Bytes::from_static(
                    GREETING.as_bytes(),
                ))))
            };
            tokio::spawn(
                http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer)),
            );
        }
    });
    Ok(address)
}

/// Our accept loop with what watches its connections, and nothing behind it.
async fn loop_alone(settings: Settings) -> anyhow::Result<SocketAddr> {
    let answer = |_, _: Request<_>| std::future::ready(Response::new(GREETING.into()));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        serve::serve_answers(answer, &settings, listener, std::future::pending()).await;
    });
    Ok(address)
}

/// Our accept loop with what watches its connections, and a warp filter that says the very hello that the floor says.
async fn loop_and_filters(settings: Settings) -> anyhow::Result<SocketAddr> {
    let path =
        warp::path("api").and(warp::path("v1")).and(warp::path("hello")).and(warp::path::end());
    let service = warp::service(path.and(warp::get()).map(|| Response::new(GREETING)).boxed());
    let answer = move |_, request| {
        let answered = service.clone().call(request);
        async move { answered.await.unwrap_or_else(|never| match never {}) }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        serve::serve_answers(answer, &settings, listener, std::future::pending()).await;
    });
    Ok(address)
}

/// The whole server over a demo world, with the hello among its routes.
async fn whole_server(app: &App) -> anyhow::Result<SocketAddr> {
    demo::fill(app, demo::COMPANIES, demo::SEED).await.context("the demo world")?;
    let mut all: Vec<Route> = routes(app);
    all.push(open::<Hello, _, _>(app, hello));
    let front = around(app, app.config().http.clone(), all)?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(serve::serve_front(front, listener, std::future::pending()));
    Ok(address)
}

/// Signs in as the owner: the cookie and who it is.
async fn sign_in(address: SocketAddr) -> anyhow::Result<(String, Viewer)> {
    let (cookie, viewer) = Wire::to(address).await?.sign_in("titolare").await?;
    Ok((cookie, serde_json::from_slice(&viewer)?))
}

/// Calls the target over all connections for a while: calls a second, and the server's time for one in microseconds.
async fn calls(target: &Target, span: Duration) -> anyhow::Result<(f64, f64)> {
    let (over, calls) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let mut tasks = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        let mut stream = TcpStream::connect(target.address).await?;
        stream.set_nodelay(true)?;
        let (request, over, calls) =
            (target.request.clone(), Arc::clone(&over), Arc::clone(&calls));
        tasks.push(tokio::spawn(async move {
            let length = first_length(&mut stream, &request).await?;
            let mut buffer = vec![0; 64 * 1024];
            while !over.load(Ordering::Relaxed) {
                stream.write_all(request.as_bytes()).await?;
                let mut read = 0;
                while read != length && whole_length(&buffer[..read])? != Some(read) {
                    match stream.read(&mut buffer[read..]).await? {
                        0 => bail!("closed in the middle of an answer"),
                        more => read += more,
                    }
                }
                calls.fetch_add(1, Ordering::Relaxed);
            }
            Ok(())
        }));
    }
    let (start, time, before) =
        (std::time::Instant::now(), server_time(), calls.load(Ordering::Relaxed));
    tokio::time::sleep(span).await;
    let count = (calls.load(Ordering::Relaxed) - before) as f64;
    let (rate, cost) =
        (count / start.elapsed().as_secs_f64(), (server_time() - time) as f64 / 1e3 / count);
    over.store(true, Ordering::Relaxed);
    for task in tasks {
        task.await??;
    }
    Ok((rate, cost))
}

/// Bytes of the first answer. The next ones are nearly always as long, so that counting them costs next to nothing.
async fn first_length(stream: &mut TcpStream, request: &str) -> anyhow::Result<usize> {
    stream.write_all(request.as_bytes()).await?;
    let mut bytes = Vec::new();
    loop {
        if stream.read_buf(&mut bytes).await? == 0 {
            bail!("closed after {:?}", String::from_utf8_lossy(&bytes));
        }
        if whole_length(&bytes)? == Some(bytes.len()) {
            return Ok(bytes.len());
        }
    }
}

/// Bytes of the answer that begins here, once its head is there.
fn whole_length(bytes: &[u8]) -> anyhow::Result<Option<usize>> {
    Ok(wire::body(bytes)?.map(|body| body.end))
}
