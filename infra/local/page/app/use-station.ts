import { createContext, type RefObject } from 'preact';
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Station, View } from './station.ts';

/** The station that the whole page looks at; provided once, in `main.tsx`. */
export const StationContext = createContext<Station | undefined>(undefined);

export const useStation = (): Station => {
  const station = useContext(StationContext);
  if (!station) throw new Error('The page was drawn outside of StationContext.');
  return station;
};

/** What is known now; draws again at every change. */
export const useView = (): View => {
  const station = useStation();
  const [view, setView] = useState(station.view());
  useEffect(() => {
    setView(station.view());
    return station.subscribe(() => setView(station.view()));
  }, [station]);
  return view;
};

/** The station's clock, drawn again every second. */
export const useNow = (): string => {
  const station = useStation();
  const view = useView();
  const [now, setNow] = useState(station.now());
  useEffect(() => {
    setNow(station.now());
    const timer = setInterval(() => setNow(station.now()), 1_000);
    return () => clearInterval(timer);
  }, [station, view.stateAt]);
  return now;
};

/** True while the element is at least so many CSS pixels wide. */
export const useRoom = (box: RefObject<HTMLElement | null>, least: number): boolean => {
  const [roomy, setRoomy] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = (): void => setRoomy(element.clientWidth >= least);
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [least]);
  return roomy;
};

/** True while the media query holds. */
export const useMedia = (query: string): boolean => {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const changed = () => setHolds(media.matches);
    changed();
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, [query]);
  return holds;
};
