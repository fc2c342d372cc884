//! Birth certificates for abroad and from abroad: the extract of several languages, copies of the service at Nantes.

use super::civil_kit::{commune, givens, later, of_sex, upper};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, day, written};
use crate::pages::layouts::kit::pen::{Centre, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("acte_naissance", many_tongues), Page::a4("acte_naissance", nantes)];

/// The numbered boxes of the extract that other countries read.
fn many_tongues(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1945, 2020);
    let issued = day(&mut d.rng, 2020, 2026);
    let mut p = Pen::new(d, 9.4, 40.0, 38.0);
    let (_, town, department) = commune(&p);
    let given = givens(&p, &who, ", ");
    let (x, w, y) = (p.x, p.w, p.y);
    let cell = |p: &mut Pen<'_, '_, '_>, (cx, cy, cw, ch): (f32, f32, f32, f32), n: &str, label: &str, said: String| {
        p.frame(cx, cy, cw, ch);
        p.put(cx + 4.0, cy + 10.0, 20.0, Ty::Bold, Left, n);
        p.put(cx + 20.0, cy + 10.0, cw - 24.0, Ty::Tiny, Left, label);
        p.put(cx + 20.0, cy + ch - 7.0, cw - 26.0, Ty::Bold, Left, said);
    };
    let h = 36.0;
    cell(&mut p, (x, y, w * 0.5, h), "1", "État : / State: / Estado: / Stato:", "FRANCE".into());
    let office = format!("{} ({department})", upper(&p, town));
    cell(&mut p, (x + w * 0.5, y, w * 0.5, h), "2", "Commune de : / Municipality of: / Comune di:", office);
    p.y = y + h + 24.0;
    p.say(Ty::Bold, Centre, "Extrait de l'acte de naissance n°");
    p.put(x + w * 0.74, p.y - p.lead, 100.0, Ty::Bold, Left, f("act_number", format!("{}", p.any(12, 1900))));
    p.say(
        Ty::Tiny,
        Centre,
        "Extract of the record of birth no. – Auszug aus dem Geburtseintrag Nr. – Extracto del acta de nacimiento n°",
    );
    p.gap(0.6);
    let top = p.y;
    let two = |day: Day| format!("{:02}  {:02}  {}", day.2, day.1, day.0);
    let father = of_sex(&p, false, who.birth.0 - 45, who.birth.0 - 20);
    let mother = of_sex(&p, true, who.birth.0 - 40, who.birth.0 - 18);
    cell(
        &mut p,
        (x, top, w * 0.62, h),
        "4",
        "Date de naissance / Date of birth / Geburtsdatum / Fecha de nacimiento",
        f("birth_date", two(who.birth)),
    );
    p.put(x + w * 0.42, top + h - 7.0, 80.0, Ty::Tiny, Left, "Jo   Mo   An");
    cell(&mut p, (x + w * 0.62, top, w * 0.38, h), "5", "Lieu de naissance / Place of birth", town.to_owned());
    cell(&mut p, (x, top + h, w, h), "6", "Nom / Name / Familienname / Apellidos / Cognome", f("last_name", &who.last));
    cell(
        &mut p,
        (x, top + 2.0 * h, w * 0.8, h),
        "7",
        "Prénoms / Forenames / Vornamen / Nombre propio / Prenomi",
        f("first_names", &given),
    );
    cell(&mut p, (x + w * 0.8, top + 2.0 * h, w * 0.2, h), "8", "Sexe / Sex", who.agree("M", "F").to_owned());
    let at = top + 3.0 * h;
    for (i, (title, parent)) in
        [("Père / Father / Vater / Padre", &father), ("Mère / Mother / Mutter / Madre", &mother)]
            .into_iter()
            .enumerate()
    {
        let cx = x + i as f32 * w * 0.5;
        let names = givens(&p, parent, ", ");
        let last = if i == 0 { who.last.clone() } else { parent.last.clone() };
        p.frame(cx, at, w * 0.5, 18.0);
        p.put(cx + w * 0.25, at + 12.0, w * 0.46, Ty::Small, Centre, title);
        cell(&mut p, (cx, at + 18.0, w * 0.5, h), "9", "Nom / Name / Familienname / Apellidos", last);
        cell(&mut p, (cx, at + 18.0 + h, w * 0.5, h), "10", "Prénoms / Forenames / Vornamen / Nombre", names);
    }
    let at = at + 18.0 + 2.0 * h;
    p.frame(x, at, w, 74.0);
    p.put(x + 4.0, at + 10.0, 20.0, Ty::Bold, Left, "11");
    p.put(
        x + 20.0,
        at + 10.0,
        w - 30.0,
        Ty::Tiny,
        Left,
        "Autres énonciations de l'acte / Other particulars of the record / Otros datos del acta",
    );
    if who.birth.0 < 1995 && p.chance(0.6) {
        let wed = (who.birth.0 + p.any(22, 30), p.any(1, 12), p.any(1, 28));
        p.put(x + 20.0, at + 30.0, w - 30.0, Ty::Body, Left, format!("Mar {} {}", two(wed), commune(&p).1));
    } else {
        p.put(x + 20.0, at + 30.0, w - 30.0, Ty::Body, Left, "– – – – – – – –");
    }
    let at = at + 74.0;
    p.frame(x, at, w, 112.0);
    p.put(x + 4.0, at + 10.0, 20.0, Ty::Bold, Left, "12");
    p.put(x + 20.0, at + 10.0, w - 30.0, Ty::Tiny, Left, "Date de délivrance, signature, sceau / Date of issue, signature, seal / Ausstellungsdatum, Unterschrift, Siegel");
    p.put(x + 20.0, at + 32.0, 200.0, Ty::Bold, Left, f("issue_date", two(issued)));
    marks::signature(p.d.c, x + w * 0.55, at + 60.0, 100.0, &mut p.d.rng);
    if p.chance(0.7) {
        marks::stamp(p.d.c, x + w * 0.4, at + 58.0, &mut p.d.rng);
    }
    p.y = at + 132.0;
    p.say(Ty::Small, Left, "SYMBOLES / SYMBOLS / ZEICHEN / SÍMBOLOS");
    let rows: Vec<Vec<String>> = [
        ["Jo", "Jour / Day / Tag / Día", "Mar", "Mariage / Marriage / Eheschliessung / Matrimonio"],
        ["Mo", "Mois / Month / Monat / Mes", "Div", "Divorce / Divorce / Scheidung / Divorcio"],
        ["An", "Année / Year / Jahr / Año", "D", "Décès / Death / Tod / Defunción"],
        ["M", "Masculin / Masculine / Männlich", "F", "Féminin / Feminine / Weiblich / Femenino"],
    ]
    .iter()
    .map(|r| r.iter().map(|c| (*c).to_owned()).collect())
    .collect();
    p.table(Ty::Tiny, (&[0.5, 3.0, 0.5, 4.0], "llll"), &[], &rows, Rules::None);
    p.foot(Left, &["Extrait délivré en application de la Convention signée à Vienne le 8 septembre 1976.".into()]);
}

/// A transcribed act with the head of the ministry, for those born abroad.
fn nantes(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1936, 2016);
    let issued = day(&mut d.rng, 2019, 2026);
    let mut p = Pen::new(d, 10.8, 62.0, 58.0);
    let (abroad, country) = match p.any(0, 5) {
        0 => ("Rabat", "Maroc"),
        1 => ("Dakar", "Sénégal"),
        2 => ("Bruxelles", "Belgique"),
        3 => ("Montréal", "Canada"),
        4 => ("Tananarive", "Madagascar"),
        _ => ("Oran", "Algérie"),
    };
    let given = givens(&p, &who, ", ");
    let (x, w) = (p.x, p.w);
    p.block(x, p.y, 230.0, Ty::Bold, &["MINISTÈRE DES".into(), "AFFAIRES ÉTRANGÈRES".into()]);
    p.y += 34.0;
    p.say(Ty::Small, Left, "SERVICE CENTRAL D'ÉTAT CIVIL");
    p.say(Ty::Small, Left, "11 rue de la Maison Blanche – 44941 NANTES CEDEX 09");
    p.gap(1.4);
    p.say(Ty::Title, Centre, if p.chance(0.6) { "Copie d'acte de naissance" } else { "ACTE DE NAISSANCE" });
    p.gap(0.5);
    let head: String = capitals(country, false).chars().take(3).collect();
    let number = format!("{head}.{:04} {}.{:05}", p.any(1962, 1998), p.digits(2), p.any(1, 9999));
    p.say(Ty::Bold, Right, format!("{} {}", p.pick(&["Acte n°", "Références de l'acte :"]), f("act_number", number)));
    p.gap(1.2);
    let parents =
        (of_sex(&p, false, who.birth.0 - 44, who.birth.0 - 21), of_sex(&p, true, who.birth.0 - 39, who.birth.0 - 18));
    let rows = [
        ("NOM :", f("last_name", &who.last)),
        ("PRÉNOMS :", f("first_names", &given)),
        ("SEXE :", who.agree("Masculin", "Féminin").to_owned()),
        ("NÉ(E) LE :", f("birth_date", written(who.birth))),
        ("À :", format!("{abroad} ({country})")),
    ];
    p.rows(110.0, &rows, true);
    p.gap(0.8);
    let rows = [
        ("DE :", format!("{} {}", givens(&p, &parents.0, " "), who.last)),
        ("né le :", format!("{} à {}", written(parents.0.birth), parents.0.born_at)),
        ("ET DE :", format!("{} {}", givens(&p, &parents.1, " "), parents.1.last)),
        ("née le :", format!("{} à {}", written(parents.1.birth), parents.1.born_at)),
    ];
    p.rows(110.0, &rows, false);
    p.gap(0.8);
    let made = ((who.birth.0 + p.any(1, 30)).min(2018), p.any(1, 12), p.any(1, 28));
    if p.chance(0.8) {
        let text = format!(
            "Acte {} à {} le {} par Nous, {}, officier de l'état civil, sur {}.",
            p.pick(&["établi", "transcrit", "dressé"]),
            p.pick(&["Nantes", "Nantes", abroad]),
            f("act_date", written(made)),
            p.who(1940, 1975).name(),
            p.pick(&[
                "présentation d'un acte local",
                "production de documents probants",
                "instructions du procureur de la République"
            ])
        );
        p.para(Ty::Body, text);
    }
    p.gap(0.5);
    p.say(Ty::Bold, Left, "MENTIONS");
    if p.chance(0.5) {
        let wed = (who.birth.0 + p.any(22, 30), p.any(1, 12), p.any(1, 28));
        let with = of_sex(&p, !who.woman, who.birth.0 - 5, who.birth.0 + 5);
        let text = format!(
            "Marié{} à {} (France) le {} avec {}. Mention apposée le {}.",
            who.agree("", "e"),
            commune(&p).1,
            written(wed),
            with.name(),
            written(later(wed, 12))
        );
        p.para(Ty::Body, text);
    } else {
        p.say(Ty::Body, Left, "Sans mention");
    }
    p.gap(2.0);
    p.say(Ty::Body, Left, "Copie délivrée selon procédé informatisé");
    p.say(Ty::Body, Left, format!("Nantes, le {}", f("issue_date", written(issued))));
    p.gap(0.6);
    p.sign(x + w * 0.5, &[who_signs(&p), p.who(1960, 1990).name()]);
    marks::code(p.d.c, x, p.d.c.height - 110.0, &mut p.d.rng);
    let secure = format!("Document sécurisé n° {}", codes::grouped(&p.digits(12), &[4]));
    p.foot(Left, &[secure]);
}

fn who_signs(p: &Pen<'_, '_, '_>) -> String {
    p.pick(&["L'officier de l'état civil", "L'officier de l'état civil par délégation"]).to_owned()
}
