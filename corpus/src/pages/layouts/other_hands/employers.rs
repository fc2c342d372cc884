//! What employers certify: that somebody works for them, or did until then.

use super::Page;
use super::civil_kit::{Home, address, centred, faces, fit, foot, later, nir_of, phone_of, say};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, dated, day, figures, line_with, mark, written};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::codes::{self, grouped};
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("attestation_employeur", employer)];

const JOBS: &[(&str, &str)] = &[
    ("comptable", "comptable"),
    ("conducteur de travaux", "conductrice de travaux"),
    ("vendeur", "vendeuse"),
    ("technicien de maintenance", "technicienne de maintenance"),
    ("aide-soignant", "aide-soignante"),
    ("magasinier cariste", "magasinière cariste"),
    ("assistant commercial", "assistante commerciale"),
];

struct Job {
    own: Someone,
    home: Home,
    firm: &'static str,
    form: &'static str,
    seat: Home,
    siret: String,
    nir: String,
    job: &'static str,
    from: Day,
    to: Day,
    date: Day,
    signer: Someone,
}

fn job(rng: &mut Rng) -> Job {
    let own = Someone::born(rng, 1955, 2000);
    let from = day(rng, own.birth.0 + 20, (own.birth.0 + 45).min(2022));
    let to = later(from, rng.between(7, 40));
    let (man, woman) = rng.choose(JOBS);
    let siren = codes::siren(rng);
    let siret = grouped(&codes::siret(&siren, rng), rng.clone().pick(&[&[3, 3, 3, 5][..], &[14], &[9, 5]]));
    let nir = nir_of(&own, rng);
    let nir = grouped(&nir, rng.clone().pick(&[&[1, 2, 2, 2, 3, 3, 2][..], &[13, 2], &[15]]));
    let job = own.agree(man, woman);
    Job {
        home: Home::random(rng),
        firm: rng.pick(words::COMPANIES),
        form: rng.pick(&["SARL", "SAS", "SA"]),
        seat: Home::random(rng),
        signer: Someone::random(rng),
        date: (to.0, to.1, rng.between(to.2, 28)),
        own,
        siret,
        nir,
        job,
        from,
        to,
    }
}

fn employer(d: &mut Desk<'_, '_>) {
    let one = job(&mut d.rng);
    match d.rng.below(4) {
        0 => program(d, &one),
        part => employer_letter(d, &one, part == 1),
    }
}

/// On the firm's paper, in sentences: employed still, or a certificate at the end.
fn employer_letter(d: &mut Desk<'_, '_>, one: &Job, employed: bool) {
    let (body, bold, italic) = faces(d, 10.5, 12.0);
    let lead = body.size * 1.55;
    let (left, right) = (d.c.width * 0.12, d.c.width * 0.88);
    let own = &one.own;
    let low = d.rng.chance(0.4);
    // The firm at the head, at the left or about the middle; its numbers there or at the foot.
    let mut lines = vec![
        format!("{} {}", one.form, one.firm),
        one.seat.street.clone(),
        one.seat.town_line(true),
        format!("Tél. {}", phone_of(&mut d.rng)),
    ];
    if d.rng.chance(0.5) {
        super::civil_kit::emblem(d, left, 30.0, 44.0);
        address(d, "", (left + 60.0, 46.0), &lines, (&body, body.size * 1.3));
    } else {
        let first = lines.remove(0);
        centred(d, (d.c.width / 2.0, 48.0), &[&first], (&bold.sized(15.0), 18.0), &[]);
        centred(d, (d.c.width / 2.0, 66.0), &[&lines.join(" - ")], (&body, 14.0), &[]);
        d.rule(left, 76.0, right, 76.0, 0.8);
    }
    let text = format!("SIRET {}{}", if d.rng.chance(0.5) { ": " } else { "" }, one.siret);
    let code = d.rng.pick(&["4399C", "4711F", "8121Z", "8710A", "2562B"]);
    let long =
        format!("{} {} au capital de {} € - {text} - APE {code}", one.firm, one.form, codes::thousands(8000 * 4, " "));
    if low {
        let t = super::super::facts::fitting(d, &long, &body.sized(8.0), right - left + 40.0);
        let width = d.c.measure(&long, &t, &mut d.rng);
        let y = d.c.height - 30.0;
        line_with(d, ((d.c.width - width) / 2.0, y), &long, &t, &[("siret", &one.siret)]);
    } else {
        line_with(d, (left, 118.0), &format!("{text} - Code NAF {code}"), &body.sized(9.0), &[("siret", &one.siret)]);
    }
    let titles: &[&str] = if employed {
        &["ATTESTATION D'EMPLOI", "Attestation d'employeur", "ATTESTATION DE TRAVAIL", "Attestation de l'employeur"]
    } else {
        &[
            "CERTIFICAT DE TRAVAIL",
            "Certificat de travail",
            "CERTIFICAT DE TRAVAIL (article L. 1234-19 du code du travail)",
        ]
    };
    let title = d.rng.pick(titles);
    let mut y = centred(d, (d.c.width / 2.0, 178.0), &[title], (&bold.sized(16.0), 22.0), &[]) + lead * 1.4;
    let holder = match d.rng.below(3) {
        0 => format!("{} {}", own.title(true), own.full()),
        1 => format!("{} {} {}", own.title(false), own.surname(), own.firsts[0]),
        _ => format!("{} {}", own.title(false), own.full()),
    };
    let role = d.rng.pick(&["gérant", "directeur des ressources humaines", "responsable du personnel", "président"]);
    let head = match d.rng.below(3) {
        0 => format!(
            "Je soussigné {}, agissant en qualité de {role} de la société {} {},",
            one.signer.full(),
            one.form,
            one.firm
        ),
        1 => format!("Nous soussignés, {} {}, {}, {},", one.form, one.firm, one.seat.street, one.seat.town_line(true)),
        _ => format!("Je soussigné(e), {}, {role},", one.signer.full()),
    };
    let certify = if head.starts_with("Nous") {
        d.rng.pick(&["certifions", "attestons"])
    } else {
        d.rng.pick(&["certifie", "atteste par la présente"])
    };
    let born = if d.rng.chance(0.5) { figures(own.birth, "/") } else { written(own.birth) };
    let (from, to) = (written(one.from), written(one.to));
    let who = format!("{holder}, {} le {born}", own.agree("né", "née"));
    let who = if d.rng.chance(0.5) {
        format!("{who}, immatriculé(e) à la sécurité sociale sous le n° {},", one.nir)
    } else {
        format!("{who},")
    };
    let text = if employed {
        let kind = d.rng.pick(&[
            "contrat à durée indéterminée à temps complet",
            "CDI",
            "contrat à durée déterminée à temps partiel",
        ]);
        format!(
            "{head} {certify} que {who} demeurant {}, est {} dans notre entreprise depuis le {from} en qualité de {}, en {kind}.",
            one.home.line(),
            own.agree("employé", "employée"),
            one.job
        )
    } else {
        format!(
            "{head} {certify} avoir employé {who} demeurant {}, du {from} au {to} en qualité de {}.",
            one.home.line(),
            one.job
        )
    };
    y = say(
        d,
        (left, y, right - left),
        &text,
        (&body, lead),
        &[("holder", &holder), ("birth_date", &born), ("nir", &one.nir)],
    ) + lead * 0.7;
    let further: &[&str] = if employed {
        &[
            "À ce jour, l'intéressé(e) n'est ni en période d'essai, ni démissionnaire, ni en procédure de licenciement.",
            "Son salaire mensuel brut, hors primes, figure sur les bulletins de paie qui lui sont remis chaque mois.",
            "La présente attestation est délivrée à l'intéressé(e) sur sa demande pour servir et valoir ce que de droit.",
        ]
    } else {
        &[
            "L'intéressé(e) nous quitte libre de tout engagement, y compris de toute clause de non-concurrence.",
            "Il est rappelé que le maintien à titre gratuit des garanties de santé et de prévoyance est prévu, dans les conditions de l'article L. 911-8 du \
             code de la sécurité sociale, pendant la période d'indemnisation par l'assurance chômage et dans la limite de douze mois.",
            "En foi de quoi nous lui délivrons le présent certificat pour servir et valoir ce que de droit.",
        ]
    };
    for text in further {
        y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 0.7;
    }
    y += lead;
    let date = dated(one.date, &mut d.rng);
    let line = match d.rng.below(3) {
        0 => format!("Fait à {}, le {date}", one.seat.town),
        1 => format!("{}, le {date}", one.seat.town),
        _ => format!("À {}, le {date}", capitals(one.seat.town, true)),
    };
    let x = if d.rng.chance(0.7) { d.c.width * 0.52 } else { left };
    line_with(d, (x, y), &line, &body, &[("date", &date)]);
    d.left(x, y + lead, &one.signer.full(), &body);
    d.left(x, y + lead * 2.0, if low { "Signature et cachet de l'employeur" } else { "Pour la société" }, &italic);
    if y + lead * 6.0 < d.c.height - 50.0 {
        marks::signature(d.c, x + 20.0, y + lead * 3.6, 90.0, &mut d.rng);
        super::civil_kit::seal(d, x + 130.0, y + lead * 4.2);
    }
}

/// As payroll programs print the certificate: two boxes, then lines.
fn program(d: &mut Desk<'_, '_>, one: &Job) {
    let (body, bold, _) = faces(d, 9.0, 10.5);
    let lead = body.size * 1.5;
    let (left, right) = (d.c.width * 0.07, d.c.width * 0.93);
    let own = &one.own;
    let title = d.rng.pick(&["CERTIFICAT DE TRAVAIL", "Certificat de travail"]);
    centred(d, (d.c.width / 2.0, 54.0), &[title], (&bold.sized(17.0), 20.0), &[]);
    d.c.frame(left, 32.0, right, 66.0, 1.0);
    let half = (right - left - 12.0) / 2.0;
    let holder = format!("{} {}", own.surname(), own.firsts[0]);
    let matricule = format!("{:05}", d.rng.between(2, 4800));
    let born = figures(own.birth, "/");
    /// A label, a field and what stands there.
    type Row = (&'static str, &'static str, String);
    let boxes: [(&str, Vec<Row>); 2] = [
        (
            "EMPLOYEUR",
            vec![
                ("", "", format!("{} {}", one.form, one.firm)),
                ("", "", one.seat.street.clone()),
                ("", "", one.seat.town_line(true)),
                ("N° SIRET", "siret", one.siret.clone()),
                ("Code APE", "", "4669B".to_owned()),
            ],
        ),
        (
            "SALARIÉ",
            vec![
                ("", "holder", holder),
                ("", "", one.home.line()),
                ("N° Sécurité sociale", "nir", one.nir.clone()),
                ("Date de naissance", "birth_date", born),
                ("Matricule", "reference", matricule),
            ],
        ),
    ];
    for (i, (head, rows)) in boxes.iter().enumerate() {
        let x = left + i as f32 * (half + 12.0);
        d.c.fill(x, 84.0, x + half, 84.0 + lead, 222);
        d.left(x + 6.0, 84.0 + lead * 0.75, head, &bold);
        for (k, (label, field, text)) in rows.iter().enumerate() {
            let base = 84.0 + lead * (k as f32 + 2.0);
            if label.is_empty() {
                fit(d, field, (x + 6.0, base), half - 12.0, text, &body);
            } else {
                d.left(x + 6.0, base, &format!("{label} :"), &body);
                fit(d, field, (x + half * 0.42, base), half * 0.56, text, &bold);
            }
        }
        d.c.frame(x, 84.0, x + half, 84.0 + lead * 7.0, 0.7);
    }
    let mut y = 84.0 + lead * 9.4;
    let text = "Je soussigné, représentant légal de l'entreprise désignée ci-dessus, certifie que le salarié nommé ci-dessus a été employé dans mon établissement :";
    y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 0.6;
    let columns = [0.0, 0.22, 0.44, 0.8, 1.0].map(|s| left + s * (right - left));
    let (from, to) = (figures(one.from, "/"), figures(one.to, "/"));
    let rows = [
        ["Du", "Au", "Emploi occupé", "Statut"],
        [from.as_str(), &to, one.job, d.rng.clone().pick(&["Employé", "Ouvrier", "Non cadre"])],
    ];
    for (i, row) in rows.iter().enumerate() {
        for (k, text) in row.iter().enumerate() {
            let base = y + lead * 1.3 * i as f32;
            d.c.frame(columns[k], base - lead * 0.9, columns[k + 1], base + lead * 0.4, 0.5);
            fit(
                d,
                "",
                (columns[k] + 5.0, base),
                columns[k + 1] - columns[k] - 10.0,
                text,
                if i == 0 { &bold } else { &body },
            );
        }
    }
    y += lead * 3.6;
    for text in [
        "Le salarié est libre de tout engagement à compter de la date de fin de contrat.",
        "Portabilité : en application de l'article L. 911-8 du code de la sécurité sociale, le salarié bénéficie du maintien à titre gratuit de la couverture \
         « frais de santé » et « prévoyance » pendant sa période d'indemnisation du chômage, dans la limite de la durée de son dernier contrat et de douze mois. \
         Organisme assureur : mutuelle de branche.",
        "Compte personnel de formation : les droits acquis sont consultables en ligne par leur titulaire.",
        "En foi de quoi, le présent certificat lui est délivré pour servir et faire valoir ce que de droit.",
    ] {
        y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 0.5;
    }
    let date = figures(one.date, "/");
    let since = d.c.lines.len();
    d.left(left, y + lead, &format!("Fait à {}", one.seat.town), &body);
    d.left(left, y + lead * 2.0, &format!("Le {date}"), &body);
    mark(d, since, "date", &date);
    let x = d.c.width * 0.54;
    d.c.frame(x, y, right, y + 96.0, 0.6);
    d.left(x + 6.0, y + lead, "Signature et cachet de l'employeur", &body);
    marks::signature(d.c, x + 40.0, y + 52.0, 90.0, &mut d.rng);
    foot(
        d,
        &[
            "Art. L. 1234-19 et D. 1234-6 du code du travail - Document édité par le logiciel de paie - Exemplaire salarié",
        ],
        &body.sized(7.0),
    );
}
