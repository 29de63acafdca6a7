/** The demonstration's compound: 22 buildings, 2,100 households. Building 14 has 96, building 15 has 84. */
export interface SeedBuilding {
  name: string;
  entrances: number;
  floors: number;
  doors: number;
}

const buildings: SeedBuilding[] = Array.from({ length: 22 }, (_, index) => {
  const name = String(index + 1);
  if (name === '15') return { name, entrances: 3, floors: 14, doors: 2 };
  return { name, entrances: 4, floors: 12, doors: 2 };
});

const areas = ['58.60', '72.35', '89.50', '94.12', '118.74'];

/** The register as a CSV file, the way a community's office would send it; owners' names are invented. */
export function registerCsv(): string {
  const lines = ['楼栋,单元,房号,面积,业主,状态'];
  for (const building of buildings) {
    for (let entrance = 1; entrance <= building.entrances; entrance += 1) {
      for (let floor = 1; floor <= building.floors; floor += 1) {
        for (let door = 1; door <= building.doors; door += 1) {
          const room = `${floor}0${door}`;
          const area = areas[(floor + door + entrance) % areas.length];
          lines.push(
            `${building.name}号楼,${entrance},${room},${area},业主${building.name}-${entrance}-${room},已交付`,
          );
        }
      }
    }
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
