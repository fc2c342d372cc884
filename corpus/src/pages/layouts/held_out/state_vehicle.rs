//! Registration certificates of vehicles: the one of 2009 whole and copied for a sale, the grey card before it, the provisional one.

use super::super::facts::{Day, figures, mark};
use super::super::kit::pen::{Centre, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::state_kit::{Card, PREFECTURES, in_faces, issued, patterned};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::zones;

pub(super) const PAGES: &[Page] = &[
    Page { name: "carte_grise", sheet: certificate_sheet, set: certificate },
    Page::a4("carte_grise", for_sale),
    Page { name: "carte_grise", sheet: grey_sheet, set: grey_card },
    Page::a4("carte_grise", provisional),
];

fn certificate_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.15, 1.3);
    Some((366.0 * k, 732.0 * k))
}

fn grey_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.0, 1.15);
    Some((612.0 * k, 432.0 * k))
}

/// Make, model, start of the vehicle's number, kind, fuel, cubic centimetres, kilowatts, fiscal power.
type Model = (&'static str, &'static str, &'static str, &'static str, &'static str, i64, i64, i64);

const MODELS: &[Model] = &[
    ("RENAULT", "KANGOO", "VF1KC0", "VP", "GO", 1461, 55, 5),
    ("PEUGEOT", "3008", "VF3M45", "VP", "ES", 1199, 96, 7),
    ("CITROEN", "BERLINGO", "VF77J9", "CTTE", "GO", 1560, 73, 6),
    ("DACIA", "DUSTER", "UU1HJD", "VP", "GO", 1461, 85, 6),
    ("VOLKSWAGEN", "GOLF", "WVWZZZ", "VP", "GO", 1968, 110, 8),
    ("TOYOTA", "YARIS", "VNKKG3", "VP", "EH", 1490, 68, 4),
    ("FIAT", "PANDA", "ZFA312", "VP", "ES", 1242, 51, 4),
    ("YAMAHA", "XMAX 125", "VTJSE6", "MTL", "ES", 124, 10, 1),
    ("FORD", "TRANSIT CUSTOM", "WF0YXX", "CTTE", "GO", 1995, 96, 7),
    ("RENAULT", "ZOE", "VF1AG0", "VP", "EL", 0, 51, 4),
];

const LESSORS: &[&str] =
    &["ARVAL SERVICE LEASE", "DIAC LOCATION", "CREDIPAR", "LEASECOM AUTO", "SARL MENUISERIE DU GUIERS"];

struct Told {
    holder: String,
    home: [String; 2],
    firm: bool,
    model: Model,
    vin: String,
    plate: String,
    previous: String,
    first: Day,
    issue: Day,
    cnit: String,
    kind: String,
}

fn told(p: &mut Pen<'_, '_, '_>, from: i64, to: i64) -> Told {
    let who = Who::new(&mut p.d.rng, 1940, 2003);
    let firm = p.chance(0.15);
    let holder = if firm { p.pick(LESSORS).to_owned() } else { who.turned().to_uppercase() };
    let rng = &mut p.d.rng;
    let model = rng.choose(MODELS);
    let vin = format!("{}{}", model.2, patterned(rng, "XXX99999999"));
    let plate = patterned(rng, "AA-999-AA");
    let previous = format!("{} {} {}", rng.between(12, 9899), patterned(rng, "AAA"), rng.between(10, 95));
    let cnit = patterned(rng, &format!("M10{}{}99XA999", &model.0[..3], &model.3[..2]));
    let kind = patterned(rng, "XXXA99");
    let issue = issued(p, from, to);
    let first = issued(p, (issue.0 - 12).max(1988), issue.0);
    let home = [who.home[0].to_uppercase(), who.home[1].to_uppercase()];
    Told { holder, home, firm, model, vin, plate, previous, first: first.min(issue), issue, cnit, kind }
}

/// A code in small type and what it stands for.
fn coded(c: &mut Card<'_, '_, '_, '_>, (dx, dy): (f32, f32), room: f32, code: &str, value: impl AsRef<str>) {
    let wide = 5.0 + code.len() as f32 * 4.2;
    c.say(dx, dy, wide, Ty::Tiny, code);
    c.say(dx + wide, dy, room - wide, Ty::Body, value);
}

/// The printed side of the certificate without its coupon, 354 by 520.
fn printed(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    let (mass, m) = (c.p.any(980, 1720), t.model);
    c.say(12.0, 18.0, 190.0, Ty::Head, "CERTIFICAT D'IMMATRICULATION");
    c.right(344.0, 18.0, 110.0, Ty::Small, "RÉPUBLIQUE FRANÇAISE");
    coded(c, (12.0, 40.0), 150.0, "A", f("plate", &t.plate));
    coded(c, (190.0, 40.0), 150.0, "B", f("first_registration", figures(t.first, "/")));
    coded(c, (12.0, 60.0), 330.0, "C.1", f("holder", &t.holder));
    let owner = if t.firm { "C.4.1 1 LE LOCATAIRE EST TITULAIRE" } else { "EST LE PROPRIETAIRE DU VEHICULE" };
    coded(c, (12.0, 76.0), 330.0, "C.4a", owner);
    let since = c.p.d.c.lines.len();
    coded(c, (12.0, 96.0), 330.0, "C.3", &t.home[0]);
    c.say(30.0, 109.0, 312.0, Ty::Body, &t.home[1]);
    mark(c.p.d, since, "address", &t.home.join(" "));
    let unit = |n: i64| if n == 0 { String::new() } else { n.to_string() };
    let euro = c.p.pick(&["EURO5", "EURO6", "EURO4"]);
    let green = c.p.any(88, 179);
    let (category, body, places) = match m.3 {
        "CTTE" => ("N1", "BB", "3"),
        "MTL" => ("L3E", "", "2"),
        _ => ("M1", "AB", "5"),
    };
    let rows: Vec<Vec<(&str, String)>> = vec![
        vec![("D.1", m.0.into()), ("D.2", t.kind.clone())],
        vec![("D.2.1", t.cnit.clone()), ("D.3", m.1.into())],
        vec![("E", f("vin", &t.vin)), ("F.1", unit(mass + 520))],
        vec![("F.2", unit(mass + 520)), ("F.3", unit(mass + 1720)), ("G", unit(mass)), ("G.1", unit(mass - 75))],
        vec![("J", category.into()), ("J.1", m.3.into()), ("J.2", body.into()), ("J.3", "CI".into())],
        vec![("K", format!("e2*2007/46*0{}*{:02}", c.p.digits(3), c.p.any(1, 40)))],
        vec![("P.1", unit(m.5)), ("P.2", unit(m.6)), ("P.3", m.4.into()), ("P.6", unit(m.7))],
        vec![("Q", String::new()), ("S.1", places.into()), ("S.2", String::new()), ("U.1", unit(c.p.any(68, 86)))],
        vec![("U.2", "3000".into()), ("V.7", unit(green)), ("V.9", euro.into())],
    ];
    let mut y = 132.0;
    for row in rows {
        let step = 332.0 / row.len() as f32;
        for (i, (code, value)) in row.iter().enumerate() {
            coded(c, (12.0 + i as f32 * step, y), step - 4.0, code, value);
        }
        y += 17.0;
    }
    let next = (t.first.0.max(t.issue.0) + 2, t.first.1, t.first.2);
    coded(c, (12.0, y), 330.0, "X.1", format!("VISITE AVANT LE {}", figures(next, "/")));
    y += 17.0;
    let tax = c.p.any(60, 420);
    let sums = [("Y.1", tax * 100), ("Y.2", 0), ("Y.3", 0), ("Y.4", 400), ("Y.5", 276), ("Y.6", tax * 100 + 676)];
    for (i, (code, cents)) in sums.iter().enumerate() {
        coded(c, (12.0 + i as f32 * 56.0, y), 52.0, code, format!("{},{:02}", cents / 100, cents % 100));
    }
    y += 17.0;
    coded(c, (12.0, y), 120.0, "H", "");
    coded(c, (90.0, y), 120.0, "I", figures(t.issue, "/"));
    y += 17.0;
    if c.p.chance(0.45) && t.first.0 < 2009 {
        coded(c, (12.0, y), 330.0, "Z.1", format!("N° PRECEDENT : {}", f("previous_plate", &t.previous)));
    } else {
        coded(c, (12.0, y), 330.0, "Z.1", c.p.pick(&["", "DUPLICATA", "VEHICULE DE COLLECTION : NON"]));
    }
    coded(c, (12.0, y + 14.0), 330.0, "Z.2", "");
    c.say(190.0, y + 30.0, 150.0, Ty::Tiny, "Le ministre de l'Intérieur,");
    c.say(190.0, y + 38.0, 150.0, Ty::Tiny, "pour le ministre et par délégation");
    c.signed(210.0, y + 56.0, 70.0);
}

fn certificate(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 366.0;
    let mut p = Pen::new(d, 8.6 * k, 6.0, 6.0);
    let t = told(&mut p, 2009, 2025);
    let form = format!("{}{}", t.issue.0, patterned(&mut p.d.rng, "AA99999"));
    let mut c = Card { p: &mut p, x: 6.0 * k, y: 6.0 * k, k };
    c.edge(354.0, 720.0);
    printed(&mut c, &t);
    let zone = zones::registration(&t.plate, &t.vin, t.model.0);
    c.zone((14.0, 480.0), 326.0, 17.0, &zone, None);
    c.say(12.0, 514.0, 130.0, Ty::Tiny, &form);
    let y = c.y + 524.0 * k;
    c.p.d.c.dotted(8.0 * k, 358.0 * k, y);
    c.say(12.0, 542.0, 330.0, Ty::Bold, "CERTIFICAT D'IMMATRICULATION - coupon détachable");
    coded(&mut c, (12.0, 564.0), 160.0, "A", &t.plate);
    coded(&mut c, (190.0, 564.0), 150.0, "I", figures(t.issue, "/"));
    coded(&mut c, (12.0, 582.0), 330.0, "C.1", &t.holder);
    coded(&mut c, (12.0, 600.0), 160.0, "D.1", t.model.0);
    coded(&mut c, (160.0, 600.0), 186.0, "E", &t.vin);
    c.say(
        12.0,
        624.0,
        330.0,
        Ty::Tiny,
        "Ce coupon permet de circuler pendant un mois à compter de la date de cession portée au verso.",
    );
    c.say(12.0, 706.0, 130.0, Ty::Tiny, form);
    if c.p.chance(0.5) {
        let (x, y) = (c.x + 250.0 * k, c.y + 650.0 * k);
        marks::code(c.p.d.c, x, y, &mut c.p.d.rng);
    }
}

/// The upper part on a copy, struck through for the sale.
fn for_sale(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.35, 1.5);
    let mut p = Pen::new(d, 8.4 * k, 30.0, 40.0);
    let t = told(&mut p, 2010, 2025);
    let sold = issued(&mut p, t.issue.0 + 1, t.issue.0 + 6);
    let (x, y) = ((p.d.c.width - 354.0 * k) / 2.0, p.d.rng.range(20.0, 50.0));
    let hour = p.any(9, 19);
    let mut c = Card { p: &mut p, x, y, k };
    c.edge(354.0, 520.0);
    printed(&mut c, &t);
    if c.p.chance(0.6) {
        let said = format!(
            "{} {} à {hour} h {}",
            c.p.pick(&["Vendu le", "Cédé le"]),
            figures(sold, "/"),
            c.p.pick(&["00", "30"])
        );
        c.say(40.0, 462.0, 200.0, Ty::Italic, said);
        c.signed(250.0, 470.0, 60.0);
        c.line(12.0, 448.0, 342.0, 440.0);
    }
    let zone = zones::registration(&t.plate, &t.vin, t.model.0);
    c.zone((14.0, 492.0), 326.0, 16.0, &zone, None);
}

/// The grey card with the number of the department: captions in boxes, values of a printer with one width.
fn grey_card(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Mono);
    let k = d.c.width / 612.0;
    let mut p = Pen::new(d, 9.0 * k, 6.0, 6.0);
    let t = told(&mut p, 1993, 2008);
    let (office, department) = p.d.rng.choose(PREFECTURES);
    let plate = format!("{} {} {department}", p.any(12, 9899), patterned(&mut p.d.rng, "AA"));
    let (mass, m) = (p.any(820, 1500), t.model);
    let mut c = Card { p: &mut p, x: 6.0 * k, y: 6.0 * k, k };
    c.edge(600.0, 420.0);
    let middle = c.x + 300.0 * k;
    c.p.put(middle, c.y + 20.0 * k, 300.0 * k, Ty::Small, Centre, "RÉPUBLIQUE FRANÇAISE");
    c.p.put(middle, c.y + 38.0 * k, 400.0 * k, Ty::Title, Centre, "CERTIFICAT D'IMMATRICULATION");
    c.p.put(middle, c.y + 54.0 * k, 400.0 * k, Ty::Small, Centre, format!("{office} ({department})"));
    c.boxed(14.0, 128.0, 572.0, 66.0);
    let boxes = [
        (14.0, 66.0, 160.0, "N° IMMATRICULATION", f("plate", &plate)),
        (174.0, 66.0, 200.0, "DATE DE 1re MISE EN CIRCULATION", f("first_registration", figures(t.first, "/"))),
        (374.0, 66.0, 212.0, "DATE DU PRÉSENT CERTIFICAT", figures(t.issue, "/")),
        (14.0, 200.0, 100.0, "GENRE", m.3.into()),
        (114.0, 200.0, 150.0, "MARQUE", m.0.into()),
        (264.0, 200.0, 120.0, "TYPE", t.kind.clone()),
        (384.0, 200.0, 202.0, "N° DANS LA SÉRIE DU TYPE", f("vin", &t.vin)),
        (14.0, 256.0, 110.0, "CARROSSERIE", c.p.pick(&["CI", "BREAK", "FOURGON"]).into()),
        (124.0, 256.0, 90.0, "ÉNERGIE", if m.4 == "GO" { "GO" } else { "ES" }.into()),
        (214.0, 256.0, 90.0, "PUISSANCE", m.7.to_string()),
        (304.0, 256.0, 90.0, "PLACES ASSISES", "5".into()),
        (394.0, 256.0, 96.0, "P.T.A.C.", (mass + 480).to_string()),
        (490.0, 256.0, 96.0, "P.V.", mass.to_string()),
        (14.0, 312.0, 110.0, "BRUIT (dBA)", c.p.any(74, 86).to_string()),
        (124.0, 312.0, 130.0, "RÉGIME (tr/mn)", "3750".into()),
        (
            254.0,
            312.0,
            332.0,
            "N° IMMATRICULATION PRÉCÉDENT",
            if c.p.chance(0.7) { f("previous_plate", &t.previous) } else { "NEUF".into() },
        ),
    ];
    for (x, y, w, label, value) in boxes {
        c.boxed(x, y, w, if y < 100.0 { 54.0 } else { 50.0 });
        c.say(x + 4.0, y + 10.0, w - 8.0, Ty::Tiny, label);
        c.say(x + 8.0, y + 32.0, w - 14.0, Ty::Bold, value);
    }
    c.say(18.0, 138.0, 300.0, Ty::Tiny, "NOM, PRÉNOMS ET DOMICILE DU PROPRIÉTAIRE");
    c.say(30.0, 156.0, 540.0, Ty::Bold, f("holder", &t.holder));
    let since = c.p.d.c.lines.len();
    c.say(30.0, 171.0, 540.0, Ty::Body, &t.home[0]);
    c.say(30.0, 185.0, 540.0, Ty::Body, &t.home[1]);
    mark(c.p.d, since, "address", &t.home.join(" "));
    c.say(18.0, 382.0, 330.0, Ty::Tiny, "VISITES TECHNIQUES");
    let (x, y) = (c.x + 18.0 * k, c.y + 396.0 * k);
    let visit = (t.issue.0 + 2, t.issue.1, t.issue.2);
    c.p.put(x, y, 200.0 * k, Ty::Small, Left, format!("A PRESENTER AVANT LE {}", figures(visit, "/")));
    c.say(390.0, 382.0, 190.0, Ty::Small, "Pour le Préfet,");
    c.signed(420.0, 398.0, 80.0);
}

/// The sheet that one prints oneself to drive with until the certificate comes.
fn provisional(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let mut p = Pen::new(d, 9.6, 46.0, 56.0);
    let t = told(&mut p, 2012, 2025);
    let m = t.model;
    let end = (t.issue.0 + t.issue.1 / 12, t.issue.1 % 12 + 1, t.issue.2);
    p.ends(Ty::Bold, "RÉPUBLIQUE FRANÇAISE", "");
    p.say(
        Ty::Small,
        Left,
        p.pick(&["MINISTÈRE DE L'INTÉRIEUR", "Ministère de l'Intérieur – Agence nationale des titres sécurisés"]),
    );
    p.gap(1.2);
    p.say(Ty::Title, Centre, "CERTIFICAT PROVISOIRE D'IMMATRICULATION");
    p.gap(0.4);
    let until = figures(end, "/");
    p.say(Ty::Body, Centre, format!("Valable du {} au {until} sur le territoire national", figures(t.issue, "/")));
    p.gap(1.0);
    let previous = if t.first.0 < 2009 { f("previous_plate", &t.previous) } else { String::new() };
    let rows = [
        ("(A) Numéro d'immatriculation", f("plate", &t.plate)),
        ("(A.1) Numéro d'immatriculation précédent", previous),
        ("(B) Date de première immatriculation", f("first_registration", figures(t.first, "/"))),
        ("(C.1) Titulaire", f("holder", &t.holder)),
        ("(C.3) Domicile du titulaire", f("address", t.home.join(" "))),
        ("(D.1) Marque", m.0.to_owned()),
        ("(D.2) Type, variante, version", t.kind.clone()),
        ("(D.2.1) Code national d'identification du type", t.cnit.clone()),
        ("(D.3) Dénomination commerciale", m.1.to_owned()),
        ("(E) Numéro d'identification du véhicule", f("vin", &t.vin)),
        ("(F.1) Masse en charge maximale techniquement admissible", p.any(1500, 2300).to_string()),
        ("(J.1) Genre national", m.3.to_owned()),
        ("(P.3) Type de carburant ou source d'énergie", m.4.to_owned()),
        ("(P.6) Puissance administrative nationale", m.7.to_string()),
        ("(S.1) Nombre de places assises", "5".to_owned()),
        ("(V.7) CO2 (en g/km)", p.any(88, 179).to_string()),
    ];
    if p.chance(0.5) {
        let cells: Vec<Vec<String>> =
            rows.iter().filter(|r| !r.1.is_empty()).map(|r| vec![r.0.to_owned(), r.1.clone()]).collect();
        p.table(Ty::Body, (&[5.0, 6.0], "ll"), &[], &cells, Rules::Grid);
    } else {
        let at = p.w * 0.48;
        p.lead *= 1.25;
        p.rows(at, &rows, true);
        p.gap(0.8);
    }
    p.para(
        Ty::Body,
        format!(
            "Le présent certificat provisoire autorise son titulaire à circuler avec le véhicule \
             désigné ci-dessus jusqu'au {until}. Il doit être présenté à toute réquisition des \
             agents de l'autorité."
        ),
    );
    p.para(
        Ty::Small,
        "Le certificat d'immatriculation définitif sera expédié par lettre suivie, remise \
             contre signature, au domicile du titulaire.",
    );
    p.gap(1.0);
    let form = patterned(&mut p.d.rng, "AA99999");
    let (y, right) = (p.y, p.x + p.w);
    p.put(right, y, 240.0, Ty::Small, Right, format!("Numéro de formule : {}{form}", t.issue.0));
    p.put(p.x, y, 220.0, Ty::Small, Left, format!("Date d'édition : {}", figures(t.issue, "/")));
    marks::code(p.d.c, 60.0, y + 20.0, &mut p.d.rng);
}
