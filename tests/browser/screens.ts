/** Every screen that the sweeps visit. A new screen adds its row here and is held to everything at all sizes. */
import type { Persona } from './fixtures';

export interface Screen {
  /** Its address. */
  path: string;
  /** Who opens it; nobody is somebody without a session. */
  persona: Persona | 'nobody';
  /** Its first heading, in Italian. */
  heading: RegExp;
}

export const screens: Screen[] = [
  { path: '/', persona: 'nobody', heading: /./ },
  { path: '/', persona: 'titolare', heading: /./ },
  { path: '/', persona: 'consulente', heading: /./ },
  { path: '/', persona: 'operatore', heading: /./ },
];
