import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeIn } from './place-name';

test('a group that is buildings and entrances alone is said in English; whatever else it is called stays', () => {
  const said = {
    '14号楼': 'Building 14',
    '１４号楼': 'Building 14',
    A3号楼: 'Building A3',
    '14号楼和15号楼': 'Building 14 and building 15',
    '14、15号楼': 'Buildings 14 and 15',
    '15号楼1单元': 'Building 15, entrance 1',
    '15号楼 1、2单元': 'Building 15, entrances 1 and 2',
    '15号楼得益的单元': '15号楼得益的单元',
    '2单元': 'Entrance 2',
    坡下的人家: '坡下的人家',
    '14号楼北侧': '14号楼北侧',
    '': '',
  };
  for (const [name, english] of Object.entries(said)) {
    assert.equal(placeIn(name, 'en'), english);
    assert.equal(placeIn(name, 'zh'), name);
  }
});
