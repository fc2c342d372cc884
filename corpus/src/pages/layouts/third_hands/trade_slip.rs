//! Cheques and till receipts.

use super::trade_kit::{
    Coin, Dates, Firm, Person, Place, bars, day, fitting, in_words, mark, phone, put, put_centre, put_right, set, stack,
};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

fn cheque_sheet(_: &mut Rng) -> Option<(f32, f32)> {
    Some((496.0, 227.0))
}

pub(super) const PAGES: &[Page] = &[
    Page { name: "cheque", sheet: cheque_sheet, set: classic },
    Page { name: "cheque", sheet: cheque_sheet, set: printed },
    Page { name: "ticket_caisse", sheet: |rng| Some((rng.range(190.0, 226.0), rng.range(540.0, 640.0))), set: market },
    Page {
        name: "ticket_caisse",
        sheet: |rng| Some((rng.range(170.0, 226.0), rng.range(420.0, 500.0))),
        set: restaurant,
    },
    Page { name: "ticket_caisse", sheet: |rng| Some((rng.range(180.0, 226.0), rng.range(430.0, 520.0))), set: station },
];

/// The line at the foot that machines read.
fn machine_line(d: &mut Desk<'_, '_>, t: &Type) {
    let text = format!("{} {} {}", d.rng.digits(7), d.rng.digits(12), d.rng.digits(12));
    put(d, 60.0, 214.0, 380.0, &text, t);
}

/// As cheque books have it: payable against this cheque, to, place and date, the box of the sum.
fn classic(d: &mut Desk<'_, '_>) {
    d.margins = [16.0; 4];
    let (n, b) = (d.fonts.body.sized(8.6), d.fonts.bold.sized(10.0));
    let s = n.sized(6.8);
    let coin = Coin::random(&mut d.rng);
    let when = day(&mut d.rng, 2002, 2025);
    let (me, bank) = (
        Person::random(&mut d.rng),
        d.rng.pick(&["LCL", "BNP PARIBAS", "CRÉDIT AGRICOLE", "LA BANQUE POSTALE", "CCF", "BANQUE TARNEAUD"]),
    );
    put(d, 18.0, 26.0, 180.0, bank, &b.sized(13.0));
    let words = d.rng.pick(&[
        "Payez contre ce chèque non endossable sauf au profit d'une banque ou d'un organisme visé par la loi",
        "Payez contre ce chèque non endossable",
    ]);
    put(d, 18.0, 46.0, 330.0, words, &s);
    let cents = d.rng.between(1_500, 480_000);
    let text = format!(
        "{} euros{}",
        in_words((cents / 100) as u64),
        if cents % 100 == 0 { String::new() } else { format!(" et {} centimes", in_words((cents % 100) as u64)) }
    );
    let hand = d.fonts.italic.sized(10.0);
    put(d, 70.0, 66.0, 400.0, &text, &hand);
    d.rule(18.0, 70.0, 478.0, 70.0, 0.4);
    d.rule(18.0, 88.0, 330.0, 88.0, 0.4);
    put(d, 18.0, 106.0, 14.0, "à", &n);
    let payee = if d.rng.chance(0.5) {
        Person::random(&mut d.rng).titled(&mut d.rng)
    } else {
        Firm::named(&["Trésor Public", "Garage Berthier", "OGEC Saint-Joseph", "EDF", "Pharmacie du Cours"], &mut d.rng)
            .name
    };
    set(d, "payee", 34.0, 106.0, 290.0, &payee, &b);
    d.rule(30.0, 110.0, 330.0, 110.0, 0.4);
    d.c.frame(372.0, 90.0, 480.0, 112.0, 0.9);
    put(d, 356.0, 106.0, 14.0, "€", &b);
    let amount = coin.bare().spell(cents);
    let amount = if d.rng.chance(0.3) { format!("#{amount}#") } else { amount };
    let since = d.c.lines.len();
    put(d, 380.0, 106.0, 94.0, &amount, &b);
    mark(d, since, "amount", amount.trim_matches('#'));
    put(d, 18.0, 128.0, 70.0, "Payable en France", &s);
    let place = Place::random(&mut d.rng);
    let lines = [place.street.clone(), format!("{} {}", place.code, place.town), format!("Tél. {}", phone(&mut d.rng))];
    stack(d, "", (18.0, 140.0, 120.0), &lines, &s, 9.5);
    let mut lines = vec![format!("COMPTE N° {}", d.rng.digits(11)), capitals(&me.titled(&mut d.rng), true)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    stack(d, "", (160.0, 140.0, 160.0), &lines, &s.sized(7.4), 9.5);
    let date = Dates::random(&mut d.rng).spell(when);
    put(d, 340.0, 128.0, 18.0, "A", &n);
    put(d, 354.0, 128.0, 116.0, place.town, &n);
    put(d, 340.0, 142.0, 14.0, "le", &n);
    set(d, "date", 354.0, 142.0, 116.0, &date, &n);
    marks::signature(d.c, 368.0, 170.0, 80.0, &mut d.rng);
    let no = format!("Chèque n° {}", d.rng.digits(7));
    put(d, 18.0, 192.0, 120.0, &no, &s);
    machine_line(d, &n.sized(10.0));
}

/// A cheque letter printed by a firm's programme.
fn printed(d: &mut Desk<'_, '_>) {
    d.margins = [16.0; 4];
    let (n, b) = (d.fonts.body.sized(8.4), d.fonts.bold.sized(9.4));
    let s = n.sized(6.6);
    let coin = Coin::random(&mut d.rng);
    let when = day(&mut d.rng, 2000, 2025);
    let bank =
        d.rng.pick(&["Société Générale", "Crédit du Nord", "Banque de Savoie", "HSBC France", "Caisse d'Epargne"]);
    put_right(d, 480.0, 24.0, 180.0, bank, &b.sized(12.0));
    put(d, 18.0, 24.0, 160.0, "Chèque non endossable", &s);
    let cents = d.rng.between(2_000, 999_900);
    d.c.frame(366.0, 34.0, 482.0, 54.0, 0.8);
    let amount = coin.euros().spell(cents);
    set(d, "amount", 374.0, 48.0, 100.0, &amount, &b);
    put(d, 18.0, 44.0, 150.0, "Payez contre ce chèque :", &s);
    let text = capitals(&format!("{} euros {:02} cents", in_words((cents / 100) as u64), cents % 100), true);
    put(d, 18.0, 60.0, 330.0, &text, &n);
    let payee = if d.rng.chance(0.6) {
        Person::random(&mut d.rng).titled(&mut d.rng)
    } else {
        Firm::named(&["Atelier Vernet", "Mutuelle Ociane", "CPAM 64"], &mut d.rng).name
    };
    put(d, 18.0, 84.0, 60.0, "À l'ordre de", &s);
    set(d, "payee", 80.0, 84.0, 250.0, &payee, &b);
    let firm =
        Firm::named(&["Assurances Mutuelles du Centre", "SARL Delmas", "Mairie de Sélestat - Régie"], &mut d.rng);
    let mut lines = vec![firm.name.clone()];
    lines.extend(firm.place.lines(&mut d.rng));
    stack(d, "", (18.0, 122.0, 170.0), &lines, &s.sized(7.4), 10.0);
    let date = Dates::random(&mut d.rng).spell(when);
    put(d, 330.0, 100.0, 60.0, "Lieu et date :", &s);
    let since = d.c.lines.len();
    put(d, 330.0, 112.0, 150.0, &format!("{}, le {date}", firm.place.town), &n);
    mark(d, since, "date", &date);
    marks::signature(d.c, 360.0, 145.0, 80.0, &mut d.rng);
    let text = format!("Payable : agence {} - Tél. {}", firm.place.town, firm.phone);
    put(d, 18.0, 186.0, 260.0, &text, &s);
    let no = format!("N° {}", d.rng.digits(7));
    put(d, 330.0, 186.0, 120.0, &no, &s);
    machine_line(d, &n.sized(10.0));
}

/// A receipt being printed: its type, the next baseline, its edges.
struct Roll {
    t: Type,
    y: f32,
    x1: f32,
}

impl Roll {
    fn new(d: &mut Desk<'_, '_>) -> Roll {
        d.margins = [10.0; 4];
        let t = d.fonts.body.sized(d.c.width * 0.038);
        Roll { t, y: 26.0, x1: d.c.width - 12.0 }
    }

    fn centre(&mut self, d: &mut Desk<'_, '_>, text: &str) {
        put_centre(d, d.c.width / 2.0, self.y, self.x1 - 12.0, text, &self.t);
        self.y += self.t.size * 1.35;
    }

    /// A wording at the left and a value at the right edge.
    fn pair(&mut self, d: &mut Desk<'_, '_>, name: &'static str, label: &str, text: &str) {
        put(d, 12.0, self.y, (self.x1 - 12.0) * 0.66, label, &self.t);
        let t = fitting(d, text, &self.t, (self.x1 - 12.0) * 0.32);
        d.value_right(name, self.x1, self.y, text, &t);
        self.y += self.t.size * 1.35;
    }

    fn line(&mut self, d: &mut Desk<'_, '_>, text: &str, fields: &[(&'static str, &str)]) {
        let since = d.c.lines.len();
        put(d, 12.0, self.y, self.x1 - 12.0, text, &self.t);
        for (name, value) in fields {
            mark(d, since, name, value);
        }
        self.y += self.t.size * 1.35;
    }

    fn gap(&mut self) {
        self.y += self.t.size * 0.8;
    }
}

const FOOD: &[&str] = &[
    "LAIT UHT 1/2 ECR 1L", "BAGUETTE TRADITION", "PDT CHARLOTTE 2,5KG", "EMMENTAL RAPE 200G", "POULET FERMIER LR",
    "PATES COQUILLETTES", "CAFE MOULU 250G", "BANANES VRAC", "LESSIVE LIQ 2L", "YAOURT NAT X8", "BEURRE DOUX 250G",
    "JAMBON SUP X4", "SAC CABAS", "OEUFS PLEIN AIR X12",
];

/// A tax on what is sold, in hundredths of a per cent, taken out of the sum with tax.
fn net_of(ttc: i64, rate: i64) -> i64 {
    (ttc * 10_000 + (10_000 + rate) / 2) / (10_000 + rate)
}

fn clock(rng: &mut Rng) -> String {
    format!("{:02}:{:02}", rng.between(8, 20), rng.between(0, 59))
}

/// A supermarket.
fn market(d: &mut Desk<'_, '_>) {
    let mut r = Roll::new(d);
    let coin = Coin::random(&mut d.rng).bare();
    let firm = Firm::named(
        &["SUPER U", "INTERMARCHE", "CARREFOUR CITY", "BIOCOOP LE PANIER", "AUCHAN", "SPAR", "Casino Shop"],
        &mut d.rng,
    );
    let dates = Dates::random(&mut d.rng);
    let date = dates.spell(day(&mut d.rng, 2008, 2025));
    r.centre(d, &firm.name);
    for line in firm.place.lines(&mut d.rng) {
        r.centre(d, &line);
    }
    r.centre(d, &format!("Tel : {}", firm.phone));
    if d.rng.chance(0.6) {
        r.line(d, &format!("SIRET {}", firm.siret), &[("siret", &firm.siret)]);
    }
    r.gap();
    let n = d.rng.between(4, 11) as usize;
    let start = d.rng.below(FOOD.len());
    let mut total = 0;
    for what in FOOD.iter().cycle().skip(start).take(n) {
        let cents = d.rng.between(79, 1_290);
        total += cents;
        r.pair(d, "", what, &coin.spell(cents));
    }
    r.gap();
    let label = d.rng.pick(&["TOTAL A PAYER", "TOTAL", "TOTAL TTC", "MONTANT DU"]);
    r.pair(d, "total_ttc", label, &coin.euros().spell(total));
    let way = d.rng.pick(&["CB EMV", "CARTE BANCAIRE", "CB SANS CONTACT"]);
    r.pair(d, "", way, &coin.spell(total));
    r.line(d, &format!("{n} ARTICLES"), &[]);
    r.gap();
    let ht = net_of(total, 550);
    r.pair(d, "total_ht", "TOTAL HT", &coin.spell(ht));
    r.pair(d, "total_tva", "TVA 5,5%", &coin.spell(total - ht));
    r.gap();
    let text = format!("{date} {} CAISSE {:02} TICKET {}", clock(&mut d.rng), d.rng.between(1, 14), d.rng.digits(4));
    r.line(d, &text, &[("date", &date)]);
    let text = format!("Carte fidelite *****{} cumul 3,20", d.rng.digits(4));
    r.line(d, &text, &[]);
    r.centre(d, "MERCI DE VOTRE VISITE");
    r.centre(d, "A BIENTOT");
    let y = r.y;
    let width = d.c.width - 62.0;
    bars(d, 30.0, y, width, 22.0);
}

/// A café or a restaurant.
fn restaurant(d: &mut Desk<'_, '_>) {
    let mut r = Roll::new(d);
    let coin = Coin::random(&mut d.rng);
    let firm = Firm::named(
        &[
            "Le Bistrot du Marché", "CREPERIE TI KOZ", "Brasserie de la Gare", "PIZZA NAPOLI", "L'Auberge Rouge",
            "Café des Arts",
        ],
        &mut d.rng,
    );
    let date = Dates::random(&mut d.rng).spell(day(&mut d.rng, 2005, 2025));
    r.centre(d, &firm.name);
    for line in firm.place.lines(&mut d.rng) {
        r.centre(d, &line);
    }
    r.centre(d, &firm.phone);
    r.gap();
    let text = format!("Table {}   Couverts : {}", d.rng.between(1, 40), d.rng.between(1, 6));
    r.line(d, &text, &[]);
    let text = format!("Le {date} à {}", clock(&mut d.rng));
    r.line(d, &text, &[("date", &date)]);
    let who = Person::random(&mut d.rng).first;
    r.line(d, &format!("Serveur : {who}"), &[]);
    r.gap();
    let mut total = 0;
    for what in ["Menu du jour", "Café", "Pichet rouge 50 cl", "Galette complète", "Crème brûlée", "Eau minérale"]
        .iter()
        .skip(d.rng.below(3))
    {
        let (n, cents) = (d.rng.between(1, 3), d.rng.between(180, 1_950));
        total += n * cents;
        r.pair(d, "", &format!("{n} x {what}"), &coin.bare().spell(n * cents));
    }
    r.gap();
    let ht = net_of(total, 1_000);
    r.pair(d, "total_ht", "Total HT", &coin.spell(ht));
    r.pair(d, "total_tva", "TVA 10,00 %", &coin.spell(total - ht));
    let label = d.rng.pick(&["Total TTC", "TOTAL", "NET A PAYER", "Addition"]);
    r.pair(d, "total_ttc", label, &coin.euros().spell(total));
    r.pair(d, "", "Carte bleue", &coin.spell(total));
    r.gap();
    r.line(d, &format!("Siret {}", firm.siret), &[("siret", &firm.siret)]);
    r.centre(d, "Service compris - Prix nets en euros");
    r.centre(d, "Merci et à bientôt !");
}

/// A petrol station or a bakery: the pump's figures and the card's slip.
fn station(d: &mut Desk<'_, '_>) {
    let mut r = Roll::new(d);
    let coin = Coin::random(&mut d.rng).euros();
    let firm = Firm::named(&["TOTAL ACCESS", "STATION AVIA", "ESSO EXPRESS", "Relais du Lac", "DYNEFF"], &mut d.rng);
    let date = Dates::random(&mut d.rng).spell(day(&mut d.rng, 2006, 2025));
    r.centre(d, &capitals(&firm.name, true));
    let place = format!("{} {}", firm.place.code, firm.place.town);
    r.centre(d, &place);
    let siret = firm.siret.clone();
    r.line(d, &format!("SIRET : {siret}"), &[("siret", &siret)]);
    r.line(d, &format!("TVA : {}", firm.vat), &[]);
    r.gap();
    let (price, volume) = (d.rng.between(1_250, 2_050), d.rng.between(900, 5_800));
    let total = price * volume / 1_000;
    let pump = d.rng.between(1, 12);
    r.pair(d, "", "POMPE", &pump.to_string());
    let fuel = d.rng.pick(&["GAZOLE", "SP95-E10", "SP98", "E85"]);
    r.pair(d, "", "PRODUIT", fuel);
    r.pair(d, "", "VOLUME", &format!("{},{:02} L", volume / 100, volume % 100));
    r.pair(d, "", "PRIX UNITAIRE", &format!("{},{:03} €/L", price / 1_000, price % 1_000));
    r.gap();
    r.pair(d, "total_ttc", "MONTANT TTC", &coin.spell(total));
    let ht = net_of(total, 2_000);
    r.pair(d, "total_tva", "DONT TVA 20%", &coin.spell(total - ht));
    if d.rng.chance(0.5) {
        r.pair(d, "total_ht", "MONTANT HT", &coin.spell(ht));
    }
    r.gap();
    let name = d.rng.pick(&["CB COMPTANT", "CARTE BANCAIRE"]);
    r.line(d, name, &[]);
    let text = format!("LE {date} A {}", clock(&mut d.rng));
    r.line(d, &text, &[("date", &date)]);
    let auto = format!("AUTO : {}", d.rng.digits(6));
    r.line(d, &auto, &[]);
    let card = format!("############{}", d.rng.digits(4));
    r.line(d, &card, &[]);
    let code = d.rng.digits(4);
    r.line(d, &format!("A000000042{code}"), &[]);
    r.centre(d, "TICKET CLIENT A CONSERVER");
    r.centre(d, "BONNE ROUTE");
}
