/**
 * Characters that fill a good part of any Chinese text, simplified and traditional, and the punctuation between them. A
 * decoding that does not show them is the wrong one: bytes read in another encoding give rare characters.
 */
const SIMPLIFIED =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面方后多定行学法所民得经' +
  '十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相' +
  '全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公系军很情者最立代想已通并提直题党程展五果料象员' +
  '革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手期根论运农指几九区强放决西被干做必战先回则任据处务市县' +
  '省委会议工作推进改革创新发展服务企业项目保障安全推动加强坚持深入落实促进城乡镇村教育科技生态环境政府书记同志报告讲话经济';
const TRADITIONAL =
  '國會個為們來時發產學這說對過後與業開關經進動長問點現實體機從還當應種義將區總務設統級議權導團黨濟無電話報書記開發環護資訊社區' +
  '計劃質態視鄉鎮縣條論運農戰決幹則據處樣線內數變結題員極邊圖組見別繼續專類養優創強勢衛構織給達';
const PUNCTUATION = '，。、：；！？“”‘’（）《》【】—…·「」『』　';

export const frequentCharacters = new Set(`${SIMPLIFIED}${TRADITIONAL}${PUNCTUATION}`);
