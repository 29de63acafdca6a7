import { basics, type Fields } from './basics';

/** 户: a row for each unit of the register. */
export const homes = {
  ...basics,
  compound: { zh: '小区', en: 'compound', also: ['小区名称', '所属小区'] },
  building: { zh: '楼栋', en: 'building', also: ['楼号', '楼', '栋', '幢', '幢号', '楼栋号'] },
  entrance: { zh: '单元', en: 'entrance', also: ['单元号', '楼门', '门', '楼门号'] },
  door: { zh: '门牌', en: 'door', also: ['房号', '门牌号', '室号', '房间号', '户号', '门牌(房号)', 'room', 'unit'] },
  address: {
    zh: '住址',
    en: 'address',
    also: ['地址', '家庭住址', '居住地址', '房屋地址', '详细地址', '房屋坐落', '现住址'],
  },
  area: { zh: '面积', en: 'area', also: ['建筑面积', '专有面积', '专有部分面积', '房屋面积'] },
  status: { zh: '状态', en: 'status', also: ['交付状态', '房屋状态'] },
  lived: {
    zh: '住户',
    en: 'household',
    also: ['是否住人', '有人住', '入住', 'occupied', '是否有人居住', '是否入住'],
    personal: true,
  },
  empty: { zh: '是否空置', en: 'empty', also: ['空置', '是否空房'], personal: true },
  owners: {
    zh: '业主',
    en: 'owner',
    also: ['业主姓名', '产权人', '姓名', 'owners', '产权人姓名', '房主', '房主姓名', '户主', '户主姓名', '所有权人'],
    personal: true,
  },
  ownerPhones: {
    zh: '电话',
    en: 'phone',
    also: [
      '手机',
      '手机号',
      '联系电话',
      '联系方式',
      'mobile',
      '业主电话',
      '业主联系电话',
      '产权人电话',
      '业主联系方式',
    ],
    personal: true,
  },
  residents: {
    zh: '登记的住户',
    en: 'registered residents',
    also: ['住户姓名', '居住人', '居住人姓名', '实际居住人'],
    personal: true,
  },
  residentPhones: {
    zh: '登记的住户电话',
    en: 'telephone of residents',
    also: ['住户电话', '居住人电话', '住户联系电话'],
    personal: true,
  },
  captain: { zh: '楼门长', en: 'building captain', also: ['楼长', '门长', '楼门长姓名'], personal: true },
} as const satisfies Fields;
