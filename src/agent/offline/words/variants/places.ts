import { listed } from '../synonyms/listed.ts';

/** Towns and quarters in other scripts, as this trade writes them. */
export const placeVariants = listed({
  mumbai: 'मुंबई, मुम्बई, बंबई, مومباي, مومبي, بومباي',
  'في mumbai': 'بمومباي, بمومبي',
  hyderabad: 'हैदराबाद, حيدر اباد, حيدراباد',
  bengaluru: 'बेंगलुरु, बेंगलूरु, बैंगलोर, बंगलौर, बेंगलोर, بنغالور, بنجالور, بنغالورو, بانغالور',
  delhi: 'दिल्ली, دلهي, نيودلهي',
  chennai: 'चेन्नई, تشيناي',
  kolkata: 'कोलकाता, कलकत्ता, كلكتا',
  pune: 'पुणे, पूना, بونه',
  lucknow: 'लखनऊ',
  jaipur: 'जयपुर, جايبور',
  bandra: 'बांद्रा, باندرا',
  'banjara hills': 'बंजारा हिल्स, بنجارا هيلز',
  gachibowli: 'गच्चीबावली, गचीबावली, غاتشيبولي',
  indiranagar: 'इंदिरानगर, اندرا نغر',
});
