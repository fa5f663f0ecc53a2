import { render } from 'preact';
import { App } from './app.tsx';
import { openStation } from './station.ts';
import { StationContext } from './use-station.ts';

const root = document.getElementById('page');
if (!root) throw new Error('The page has no element #page to draw in.');
const station = openStation(decodeURIComponent(location.hash.slice(1)));
render(
  <StationContext.Provider value={station}>
    <App />
  </StationContext.Provider>,
  root,
);
