/** Sentences and headings about anything: `{}` stands for the subject. None of them holds a word that the judged queries ask for. */

/** Each says something of the subject. */
export const dealing = [
  '{}这件事，今年要办成几件看得见的实事。',
  '去年以来，{}起步不慢，但进展还不平衡。',
  '哪个地方把{}抓在手上，哪个地方的变化就明显。',
  '{}的账要一笔一笔算清，责任要一级一级落下去。',
  '有的同志对{}还停留在口头上，这种状况必须改变。',
  '到年底，要对{}逐项对照检查，不能走过场。',
  '{}能不能做好，关键看群众认不认可。',
  '要舍得在{}上花力气，也要经得起时间检验。',
  '各级各部门谈{}，不能只报喜不报忧。',
  '{}没有捷径，只能一步一步往前走。',
];

/** Each only names it. */
export const passing = [
  '会前，还有同志谈到了{}，这里不展开。',
  '前几天印发的材料，从财务管理一直讲到{}。',
  '类似的情形，在{}等方面也能见到。',
  '至于{}，另外安排时间研究。',
  '这个道理，同{}是相通的。',
];

/** Two words in one sentence that is about neither. */
export const passingApart = [
  '{}的事情刚才说过了，时间有限，不再重复，最后只提醒一句，{}也不要放松。',
  '有的单位忙于{}，有的单位还在谋划明年的日程，{}就顾不上了。',
];

export const headings = [
  '{}',
  '扎实推进{}',
  '把{}摆上重要位置',
  '{}要见实效',
  '关于{}',
  '在{}上迈出新步子，取得新成效',
];

/** The subject is one matter among several. */
export const listingHeadings = ['统筹文体活动、{}和值班值守', '抓好信访接待、{}、档案整理等日常工作'];

export const titles = ['在全市{}工作会议上的讲话', '在{}现场会上的讲话', '在{}座谈会上的发言提纲'];
/** For a subject that is a meeting. */
export const meetingTitles = ['在{}上的讲话'];
