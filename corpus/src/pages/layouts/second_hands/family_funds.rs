//! What funds of family benefits attest: benefits paid and family quotients.
//!
//! Not responsible for rights to health insurance.

use super::Page;
use super::civil_kit::{Home, bar, end, holder_line, home, look, mid, para, rows, say, stack, strip};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, sum, written};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{codes, words};

pub(super) const PAGES: &[Page] = &[Page::a4("attestation_caf", family_fund)];

/// Name, street, town; postcode and name of another town of its department.
type Fund = (&'static str, &'static str, &'static str, &'static str, &'static str);

const FUNDS: &[Fund] = &[
    ("Caf du Jura", "2 avenue de Landon", "39000 LONS-LE-SAUNIER", "39300", "Champagnole"),
    ("Caf de l'Aveyron", "31 rue de la Barrière", "12025 RODEZ CEDEX 9", "12300", "Decazeville"),
    ("Caf de la Réunion", "412 rue Fleur de Jade", "97400 SAINT-DENIS", "97430", "Le Tampon"),
    ("Caf de la Haute-Saône", "9 boulevard des Alliés", "70000 VESOUL", "70200", "Lure"),
    ("Caf du Pas-de-Calais", "Rue de Beauffort", "62015 ARRAS CEDEX", "62600", "Berck"),
    ("Caf des Côtes-d'Armor", "53 boulevard Clemenceau", "22096 SAINT-BRIEUC CEDEX 9", "22300", "Lannion"),
];

/// The first of the month of a day.
fn month_of(v: Day, rng: &mut Rng) -> String {
    let name = words::MONTHS[(v.1 - 1).clamp(0, 11) as usize];
    if rng.chance(0.5) { format!("{name} {}", v.0) } else { format!("{:02}/{}", v.1, v.0) }
}

fn family_fund(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let own = Someone::born(&mut d.rng, 1962, 2002);
    let fund = d.rng.choose(FUNDS);
    let today = day(&mut d.rng, 2017, 2026);
    let number = if d.rng.chance(0.6) {
        codes::grouped(&d.rng.digits(7), &[7])
    } else {
        format!("{} {}", d.rng.digits(7), d.rng.capital())
    };
    let quotient = d.rng.between(142, 1890);
    let quotient = if d.rng.chance(0.7) { quotient.to_string() } else { format!("{quotient} €") };
    let lives = Home { code: fund.3, town: fund.4, ..home(&mut d.rng) };
    let who = holder_line(&own, &mut d.rng);
    let told =
        Told { own: &own, fund, today, number: &number, quotient: &quotient, who: &who, block: &lives.block(&who) };
    match d.rng.below(3) {
        0 => payments(d, told),
        1 => quotient_alone(d, told),
        _ => screen(d, told),
    }
}

/// What a fund attests, whatever the model: of whom, by whom, when, and where it is sent.
struct Told<'a> {
    own: &'a Someone,
    fund: Fund,
    today: Day,
    number: &'a str,
    quotient: &'a str,
    who: &'a str,
    block: &'a [String],
}

/// Attestation of payments by post: window on the right, benefits in a list.
fn payments(d: &mut Desk<'_, '_>, told: Told<'_>) {
    let Told { own, fund, today, number, quotient, block, .. } = told;
    let l = look(d, 10.2);
    let x = 52.0;
    marks::logo(d.c, x, 30.0, 44.0, &mut d.rng);
    say(d, (x, 92.0), 220.0, fund.0, &l.bold.sized(12.0), &[]);
    let lines = [
        fund.1.to_owned(),
        fund.2.to_owned(),
        "www.caf.fr".to_owned(),
        format!("Tél. {}", d.rng.pick(&["3230 (prix d'un appel local)", "32 30"])),
    ];
    stack(d, (x, 108.0), 220.0, &lines, &l.body, "");
    stack(d, (318.0, 150.0), 240.0, block, &l.body.sized(10.6), "addressee");
    let date = if d.rng.chance(0.6) { written(today) } else { figures(today, "/") };
    let town = fund.2.split_whitespace().nth(1).unwrap_or_default();
    say(
        d,
        (318.0, 228.0),
        230.0,
        &format!("{}, le {date}", codes::capitalised(&town.to_lowercase())),
        &l.body,
        &[("date", &date)],
    );
    let chosen = d.rng.pick(&["N° allocataire :", "Numéro allocataire :", "Matricule :"]);
    d.labelled("beneficiary_number", x, x, 198.0, chosen, number, (&l.body, &l.bold));
    let title = d.rng.pick(&[
        "ATTESTATION DE PAIEMENT",
        "Attestation de paiement et de quotient familial",
        "Attestation de prestations",
    ]);
    mid(d, (d.c.width / 2.0, 278.0), 480.0, title, &l.bold.sized(15.0), &[]);
    let born = figures(own.birth, "/");
    let (y0, m0) = if today.1 == 1 { (today.0 - 1, 12) } else { (today.0, today.1 - 1) };
    let month = month_of((y0, m0, 1), &mut d.rng);
    let text = format!(
        "La directrice de la caisse d'allocations familiales certifie que {} {}, né{} le {born}, a bénéficié pour le mois de {month} des prestations suivantes :",
        own.title(true),
        own.full(),
        own.agree("", "e")
    );
    let mut y = para(d, (x, 310.0), 492.0, &text, &l.body, &[("birth_date", &born)]) + 12.0;
    let kinds = [
        ("Allocations familiales avec conditions de ressources", 14_152),
        ("Complément familial", 18_489),
        ("Aide personnalisée au logement", 27_310),
        ("Allocation de soutien familial", 19_544),
        ("Prime d'activité", 21_067),
        ("Allocation de rentrée scolaire", 39_805),
    ];
    let start = d.rng.below(3);
    let mut total = 0;
    strip(d, (x, y), 492.0, &[(0.0, "Nature de la prestation"), (0.6, "Période"), (0.82, "Montant en €")], &l.bold);
    d.rule(x, y + 5.0, x + 492.0, y + 5.0, 0.6);
    y += 20.0;
    for (name, base) in kinds.iter().skip(start).take(3) {
        let cents = base + d.rng.below(900) as u64;
        total += cents;
        strip(d, (x, y), 380.0, &[(0.0, name), (0.77, &month)], &l.body);
        end(d, (x + 480.0, y), 90.0, &sum(cents), &l.body, &[]);
        y += 16.0;
    }
    d.rule(x, y - 6.0, x + 492.0, y - 6.0, 0.4);
    say(d, (x, y + 8.0), 300.0, "Total des droits du mois", &l.bold, &[]);
    end(d, (x + 480.0, y + 8.0), 90.0, &sum(total), &l.bold, &[]);
    y += 38.0;
    let label =
        d.rng.pick(&["Votre quotient familial s'élève à", "Quotient familial du mois :", "Quotient familial CNAF :"]);
    say(d, (x, y), 480.0, &format!("{label} {quotient}"), &l.body, &[("family_quotient", quotient)]);
    let kids = d.rng.between(1, 4);
    say(
        d,
        (x, y + 18.0),
        480.0,
        &format!("Nombre d'enfants à charge au sens des prestations familiales : {kids}"),
        &l.body,
        &[],
    );
    y = para(
        d,
        (x, y + 46.0),
        492.0,
        "Cette attestation est délivrée pour servir et valoir ce que de droit. Elle est établie d'après les éléments connus de nos services à ce jour et ne préjuge pas de l'examen ultérieur de votre dossier. Vous pouvez l'obtenir à tout moment dans l'espace Mon Compte.",
        &l.body,
        &[],
    );
    say(d, (320.0, y + 26.0), 230.0, "Pour la directrice,", &l.body, &[]);
    say(d, (320.0, y + 41.0), 230.0, "le responsable du service aux allocataires", &l.body, &[]);
    let text = "La loi n° 78-17 du 6 janvier 1978 modifiée vous donne un droit d'accès et de rectification des données. Toute fausse déclaration est passible de sanctions (articles L. 114-9 et L. 114-13 du code de la sécurité sociale, article 441-7 du code pénal).";
    para(d, (x, 782.0), 492.0, text, &l.small, &[]);
}

/// The quotient in a frame.
fn quotient_alone(d: &mut Desk<'_, '_>, told: Told<'_>) {
    let Told { own, fund, today, number, quotient, who, block } = told;
    let l = look(d, 10.6);
    let (x, w) = (60.0, 475.0);
    stack(d, (x, 64.0), 250.0, block, &l.body, "addressee");
    say(d, (372.0, 64.0), 170.0, fund.0, &l.bold, &[]);
    say(d, (372.0, 78.0), 170.0, fund.1, &l.small, &[]);
    say(d, (372.0, 88.0), 170.0, fund.2, &l.small, &[]);
    marks::logo(d.c, 500.0, 100.0, 36.0, &mut d.rng);
    let title = d.rng.pick(&[
        "ATTESTATION DE QUOTIENT FAMILIAL", "Attestation de quotient familial", "JUSTIFICATIF DE QUOTIENT FAMILIAL",
    ]);
    let y = bar(d, [x, 190.0, w], title, &l.bold.sized(14.0));
    let date = figures(today, "/");
    say(d, (x, y + 30.0), w, &format!("Date d'édition : {date}"), &l.body, &[("date", &date)]);
    let label = d.rng.pick(&["Numéro d'allocataire", "N° de dossier allocataire", "Identifiant allocataire"]);
    say(d, (x, y + 48.0), w, &format!("{label} : {number}"), &l.body, &[("beneficiary_number", number)]);
    let month = month_of(today, &mut d.rng);
    let text = format!(
        "Nous attestons que le quotient familial de {who} et des personnes composant son foyer est, pour le mois de {month}, de :"
    );
    let y = para(d, (x, y + 86.0), w, &text, &l.body, &[]) + 14.0;
    d.c.frame(x + 150.0, y, x + 325.0, y + 44.0, 1.1);
    mid(d, (x + 237.0, y + 29.0), 160.0, quotient, &l.bold.sized(19.0), &[("family_quotient", quotient)]);
    let mut y = y + 78.0;
    say(d, (x, y), w, "Composition du foyer", &l.bold, &[]);
    y += 20.0;
    strip(d, (x, y), w, &[(0.0, "Nom et prénom"), (0.5, "Né(e) le"), (0.72, "Qualité")], &l.small);
    y += 18.0;
    let born = figures(own.birth, "/");
    let named = own.full();
    say(d, (x, y), w * 0.48, &named, &l.body, &[]);
    d.value("birth_date", x + w * 0.5, y, &born, &l.body);
    say(d, (x + w * 0.72, y), w * 0.28, "Allocataire", &l.body, &[]);
    for _ in 0..d.rng.between(1, 3) {
        y += 18.0;
        let from = (own.birth.0 + 20).min(today.0 - 2).max(today.0 - 17);
        let kid = Someone::born(&mut d.rng, from, today.0 - 1);
        let (name, born) = (format!("{} {}", kid.firsts[0], own.surname()), figures(kid.birth, "/"));
        strip(d, (x, y), w, &[(0.0, &name), (0.5, &born), (0.72, "Enfant à charge")], &l.body);
    }
    let text = "Le quotient familial est calculé à partir de vos ressources de l'avant-dernière année, des prestations du mois et du nombre de parts du foyer. Il peut être revu en cas de changement de situation familiale ou professionnelle. Il sert aux organismes (cantine, centre de loisirs, crèche) pour le calcul de leurs tarifs.";
    let y = para(d, (x, y + 40.0), w, text, &l.body, &[]) + 20.0;
    say(d, (x + 250.0, y), 220.0, "Le directeur de la Caf", &l.body, &[]);
    let text = "Caisse d'allocations familiales - organisme de droit privé chargé d'une mission de service public. Données traitées conformément au règlement (UE) 2016/679.";
    para(d, (x, 796.0), w, text, &l.small, &[]);
}

/// Printed from the account on the web.
fn screen(d: &mut Desk<'_, '_>, told: Told<'_>) {
    let Told { own, fund, today, number, quotient, block, .. } = told;
    let l = look(d, 9.8);
    let (x, w) = (46.0, 500.0);
    let date = figures(today, "/");
    say(d, (x, 34.0), 300.0, "Mon Compte - Mes attestations", &l.small, &[]);
    end(d, (x + w, 34.0), 180.0, "https://wwwd.caf.fr/attestation", &l.small, &[]);
    marks::logo(d.c, x, 50.0, 38.0, &mut d.rng);
    say(d, (x + 60.0, 78.0), 350.0, "ALLOCATIONS FAMILIALES", &l.bold.sized(13.0), &[]);
    say(d, (x + 60.0, 92.0), 350.0, fund.0, &l.body, &[]);
    let title = d.rng.pick(&[
        "Attestation de paiement",
        "ATTESTATION DE PAIEMENT ET DE QUOTIENT FAMILIAL",
        "Attestation de situation",
    ]);
    let y = bar(d, [x, 120.0, w], title, &l.bold.sized(13.0)) + 26.0;
    let born = figures(own.birth, "/");
    let list = [
        ("addressee", "Nom", block[0].as_str()),
        ("birth_date", "Date de naissance", &born),
        ("", "Adresse", &block[1]),
        ("", "", &block[2]),
    ];
    let y = rows(d, (x, y), x + 150.0, 16.0, &list, (&l.body, &l.body)) + 8.0;
    let list = [
        ("beneficiary_number", d.rng.pick(&["Numéro allocataire", "N° allocataire", "Votre matricule"]), number),
        ("family_quotient", d.rng.pick(&["Quotient familial", "QF du mois"]), quotient),
        ("date", "Attestation éditée le", date.as_str()),
    ];
    let mut y = rows(d, (x, y), x + 150.0, 16.0, &list, (&l.body, &l.bold)) + 18.0;
    y = bar(d, [x, y, w], "Paiements des six derniers mois", &l.bold) + 18.0;
    strip(d, (x, y), w, &[(0.0, "Mois"), (0.22, "Prestation"), (0.8, "Montant net versé")], &l.small);
    let rsa = d.rng.chance(0.5);
    let name = if rsa { "Revenu de solidarité active (Rsa)" } else { "Allocation aux adultes handicapés (Aah)" };
    let cents = d.rng.between(38_000, 101_600) as u64;
    let housing = d.rng.between(12_000, 33_000) as u64;
    for back in 1..=6 {
        let m = today.1 - back;
        let (yy, m) = if m < 1 { (today.0 - 1, m + 12) } else { (today.0, m) };
        let month = format!("{:02}/{yy}", m);
        y += 16.0;
        strip(d, (x, y), w * 0.8, &[(0.0, &month), (0.275, name)], &l.body);
        end(d, (x + w - 6.0, y), 90.0, &format!("{} €", sum(cents)), &l.body, &[]);
        y += 14.0;
        say(d, (x + w * 0.22, y), w * 0.5, "Allocation de logement sociale (Als)", &l.body, &[]);
        end(d, (x + w - 6.0, y), 90.0, &format!("{} €", sum(housing)), &l.body, &[]);
        d.rule(x, y + 4.5, x + w, y + 4.5, 0.3);
    }
    let text = "Informations sur votre situation : vous occupez un logement en location et n'avez pas signalé de changement. Tout changement doit être signalé dans le mois.";
    y = para(d, (x, y + 30.0), w, text, &l.body, &[]) + 16.0;
    para(
        d,
        (x, y),
        w,
        "Ce document est un original. L'authenticité des informations peut être vérifiée par un organisme partenaire au moyen du service de consultation des dossiers allocataires. Toute falsification est punie par la loi (article 441-1 du code pénal).",
        &l.small,
        &[],
    );
    end(d, (x + w, 806.0), 80.0, "Page 1/1", &l.small, &[]);
}
