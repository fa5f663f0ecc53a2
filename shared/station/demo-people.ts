import type { StationData } from './schema.ts';

const fullDay = { from: '08:30', to: '17:30' };
const saturday = { from: '09:00', to: '14:00' };

/** Who answers. The first language is the one the desk uses with them. */
export const demoAdvisors: StationData['advisors'] = [
  {
    id: 'maria',
    name: { en: 'Maria', ru: 'Мария', uk: 'Марія', el: 'Μαρία' },
    role: 'manager',
    languages: ['el', 'ru', 'en'],
    deskId: 5_000_001,
  },
  {
    id: 'eleni',
    name: { en: 'Eleni', ru: 'Элени', uk: 'Елені', el: 'Ελένη' },
    role: 'advisor',
    languages: ['el', 'en'],
    deskId: 5_000_002,
  },
];

/** Who works. Every technician may do work of level C. */
export const demoTechnicians: StationData['technicians'] = [
  {
    id: 'gio',
    name: { en: 'Giorgos', ru: 'Йоргос', uk: 'Йоргос', el: 'Γιώργος' },
    skills: ['level-a', 'level-c'],
    shifts: { mon: fullDay, tue: fullDay, wed: fullDay, thu: fullDay, fri: fullDay, sat: null, sun: null },
  },
  {
    id: 'kos',
    name: { en: 'Kostas', ru: 'Костас', uk: 'Костас', el: 'Κώστας' },
    skills: ['level-b', 'level-c'],
    shifts: { mon: fullDay, tue: fullDay, wed: fullDay, thu: fullDay, fri: fullDay, sat: null, sun: null },
  },
  {
    id: 'dim',
    name: { en: 'Dimitris', ru: 'Димитрис', uk: 'Дімітріс', el: 'Δημήτρης' },
    skills: ['level-b', 'level-c', 'alignment', 'air-conditioning'],
    shifts: { mon: null, tue: fullDay, wed: fullDay, thu: fullDay, fri: fullDay, sat: saturday, sun: null },
  },
  {
    id: 'pet',
    name: { en: 'Petros', ru: 'Петрос', uk: 'Петрос', el: 'Πέτρος' },
    skills: ['level-c'],
    shifts: { mon: fullDay, tue: fullDay, wed: null, thu: fullDay, fri: fullDay, sat: saturday, sun: null },
  },
];
