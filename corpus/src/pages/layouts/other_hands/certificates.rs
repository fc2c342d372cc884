//! Certificates of doctors and of wards of hospitals.

use super::Page;
use super::civil_kit::{Home, faces, fit, foot, nir_of, phone_of, say};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, dated, day, figures, line_with, written};
use crate::pages::marks;
use crate::text::capitals;
use crate::text::codes::grouped;

pub(super) const PAGES: &[Page] =
    &[Page { name: "certificat_medical", sheet: |rng| rng.chance(0.35).then_some((419.5, 595.3)), set: medical }];

/// What is certified: title, sentence after the patient's name, further sentence.
const FINDINGS: &[(&[&str], &str, &str)] = &[
    (
        &[
            "CERTIFICAT MÉDICAL",
            "Certificat médical de non contre-indication",
            "CERTIFICAT MÉDICAL D'APTITUDE AU SPORT",
        ],
        "et n'avoir pas constaté, à la date de ce jour, de signe clinique apparent contre-indiquant la pratique du {sport}, y compris en compétition.",
        "Ce certificat est valable un an à compter de sa date, sauf accident ou maladie intercurrente.",
    ),
    (
        &["CERTIFICAT MÉDICAL", "Certificat médical de dispense", "CERTIFICAT D'INAPTITUDE À LA PRATIQUE DE L'EPS"],
        "et que son état de santé entraîne une inaptitude totale à la pratique de l'éducation physique et sportive pour une durée de {weeks} semaines.",
        "En cas d'inaptitude partielle, les activités autorisées sont à voir avec l'enseignant.",
    ),
    (
        &["CERTIFICAT MÉDICAL", "CERTIFICAT MÉDICAL INITIAL", "Certificat médical"],
        "et avoir constaté ce jour une contusion du membre inférieur, un hématome de huit centimètres et une gêne douloureuse à la marche.",
        "Ces lésions entraînent, sauf complications, une incapacité totale de travail de {weeks} jours.",
    ),
    (
        &["CERTIFICAT MÉDICAL", "Certificat", "ATTESTATION MÉDICALE - CERTIFICAT"],
        "et certifie que son état de santé nécessite la présence d'une tierce personne à son domicile ainsi qu'un repos de {weeks} jours.",
        "Les vaccinations obligatoires sont à jour. Aucune maladie contagieuse n'a été décelée à l'examen.",
    ),
];

fn medical(d: &mut Desk<'_, '_>) {
    let small = d.c.width < 500.0;
    let (body, bold, italic) = if small { faces(d, 8.4, 9.4) } else { faces(d, 10.5, 12.0) };
    let lead = body.size * 1.5;
    let (titles, finding, further) = d.rng.choose(FINDINGS);
    let mut when = day(&mut d.rng, 2008, 2026);
    // Whom school dispenses from sport is a pupil.
    let own = if finding.contains("éducation physique") {
        Someone::born(&mut d.rng, when.0 - 17, when.0 - 8)
    } else {
        Someone::born(&mut d.rng, 1940, 2018)
    };
    when.0 = when.0.max((own.birth.0 + 4).min(2026));
    let doctor = Someone::born(&mut d.rng, 1950, 1988);
    let seat = Home::random(&mut d.rng);
    let hospital = d.rng.chance(0.3);
    let (left, right) = (d.c.width * 0.1, d.c.width * 0.91);
    let middle = d.c.width / 2.0;
    let date = dated(when, &mut d.rng);
    let born = if d.rng.chance(0.5) { figures(own.birth, "/") } else { written(own.birth) };
    let speciality =
        d.rng.pick(&["Médecine générale", "Médecin généraliste", "Médecine du sport", "Pédiatrie", "Rhumatologie"]);
    let phone = phone_of(&mut d.rng);
    let identifier = format!("RPPS {}", grouped(&format!("10{}", d.rng.digits(9)), &[11]));
    let mut y;
    if hospital {
        // Head of a ward: a column of names at the left.
        super::civil_kit::emblem(d, left, 26.0, 40.0);
        let name = format!("CENTRE HOSPITALIER {}", capitals(&crate::pages::layouts::facts::of(seat.town), true));
        fit(d, "", (left + 52.0, 42.0), right - left - 60.0, &name, &bold.sized(bold.size * 1.2));
        let ward = d.rng.pick(&[
            "Service des urgences", "Service de médecine interne", "Pôle mère-enfant - Pédiatrie",
            "Chirurgie orthopédique",
        ]);
        d.left(left + 52.0, 42.0 + lead, ward, &body);
        d.left(
            left + 52.0,
            42.0 + lead * 2.0,
            &format!("{} - Tél. {phone}", seat.line()),
            &body.sized(body.size * 0.85),
        );
        let column = body.sized(body.size * 0.78);
        let mut at = 42.0 + lead * 4.0;
        for role in ["Chef de service", "Praticiens hospitaliers", "Cadre de santé", "Secrétariat"] {
            let who = Someone::random(&mut d.rng);
            fit(d, "", (left - 16.0, at), middle * 0.44, role, &column);
            let text = if role == "Secrétariat" { phone_of(&mut d.rng) } else { format!("Dr {}", who.full()) };
            fit(d, "", (left - 16.0, at + column.size * 1.3), middle * 0.44, &text, &column);
            at += column.size * 3.6;
        }
        y = 42.0 + lead * 5.0;
        let x = middle * 0.85;
        let text = format!("IPP : {}", d.rng.digits(9));
        line_with(d, (x, y), &text, &body, &[("reference", &text[6..])]);
        y += lead * 1.4;
    } else {
        let lines = [
            format!("Docteur {}", doctor.full()),
            speciality.to_owned(),
            d.rng
                .pick(&["Ancien interne des hôpitaux", "Diplômé de la faculté de médecine", "Conventionné secteur 1"])
                .to_owned(),
            seat.street.clone(),
            seat.town_line(true),
            format!("Tél. : {phone}"),
            identifier,
        ];
        let head =
            |t: &crate::pages::compose::Type, i: usize| if i == 0 { bold.sized(t.size * 1.25) } else { t.clone() };
        let centre = d.rng.chance(0.4);
        for (i, line) in lines.iter().enumerate() {
            let t = head(&body, i);
            let base = d.c.height * 0.055 + i as f32 * body.size * 1.3;
            if centre {
                d.centre(middle, base, line, &t);
            } else {
                d.left(left, base, line, &t);
            }
        }
        y = d.c.height * 0.055 + body.size * 1.3 * 7.0 + lead;
        if centre {
            d.rule(left, y - lead, right, y - lead, 0.6);
        }
    }
    let line = match d.rng.below(3) {
        0 => format!("{}, le {date}", seat.town),
        1 => format!("Le {date}"),
        _ => format!("Fait à {}, le {date}", seat.town),
    };
    let early = !line.starts_with("Fait");
    let x = if hospital { middle * 0.85 } else { left };
    if early {
        let width = d.c.measure(&line, &body, &mut d.rng);
        line_with(d, (right - width, y), &line, &body, &[("date", &date)]);
        y += lead * 2.0;
    }
    let title = d.rng.pick(titles);
    let t = super::super::facts::fitting(d, title, &bold.sized(bold.size * 1.35), right - x);
    d.centre(f32::midpoint(x, right), y + lead * 0.5, title, &t);
    y += lead * 3.0;
    let sport = d.rng.pick(&["football", "judo", "basket-ball", "cyclisme", "tennis de table", "handball"]);
    let weeks = d.rng.between(2, 9).to_string();
    let holder = match d.rng.below(2) {
        _ if when.0 - own.birth.0 < 16 => format!("{} {}", own.surname(), own.firsts[0]),
        0 => format!("{} {}", own.title(true), own.full()),
        _ => format!("{} {} {}", own.title(false), own.surname(), own.firsts[0]),
    };
    let opening = match d.rng.below(3) {
        0 => format!(
            "Je {}, Docteur {}, certifie avoir examiné ce jour",
            doctor.agree("soussigné", "soussignée"),
            doctor.full()
        ),
        1 => format!("Je soussigné(e) Dr {}, docteur en médecine, certifie avoir examiné", doctor.full()),
        _ => format!(
            "Je, {}, docteur en médecine, certifie avoir examiné ce jour",
            doctor.agree("soussigné", "soussignée")
        ),
    };
    let finding = finding
        .replace("{sport}", sport)
        .replace("{weeks}", &weeks)
        .replace("et certifie que son état", "et que son état");
    if d.rng.chance(0.45) {
        // The patient on lines of its own.
        y = say(d, (x, y, right - x), &format!("{opening} :"), (&body, lead), &[]) + lead * 0.4;
        d.labelled("holder", x + 14.0, x + 110.0, y, "Nom et prénom :", &holder, (&body, &bold));
        d.labelled("birth_date", x + 14.0, x + 110.0, y + lead, "Date de naissance :", &born, (&body, &bold));
        y += lead * 2.0;
        if d.rng.chance(0.4) {
            let nir = grouped(&nir_of(&own, &mut d.rng), &[1, 2, 2, 2, 3, 3, 2]);
            d.labelled("nir", x + 14.0, x + 110.0, y, "N° de sécurité sociale :", &nir, (&body, &bold));
            y += lead;
        }
        y = say(d, (x, y + lead * 0.4, right - x), &finding, (&body, lead), &[]) + lead * 0.6;
    } else {
        let text = format!("{opening} {holder}, {} le {born}, {finding}", own.agree("né", "née"));
        y = say(d, (x, y, right - x), &text, (&body, lead), &[("holder", &holder), ("birth_date", &born)]) + lead * 0.6;
    }
    y = say(d, (x, y, right - x), &further.replace("{weeks}", &weeks), (&body, lead), &[]) + lead * 0.6;
    let last = d.rng.pick(&[
        "Certificat établi à la demande de l'intéressé(e) et remis en main propre pour faire valoir ce que de droit.",
        "Certificat remis en mains propres à l'intéressé(e) sur sa demande, pour servir et valoir ce que de droit.",
        "Dont certificat remis ce jour à son représentant légal.",
    ]);
    y = say(d, (x, y, right - x), last, (&body, lead), &[]) + lead * 1.4;
    if !early {
        line_with(d, (middle, y), &line, &body, &[("date", &date)]);
        y += lead * 1.3;
    }
    d.left(middle, y, &format!("Dr {}", doctor.full()), &body);
    let room = d.c.height - y;
    if room > 110.0 {
        marks::signature(d.c, middle + 20.0, y + 24.0, 90.0, &mut d.rng);
        super::civil_kit::seal(d, middle - 60.0, y + 46.0);
    }
    let text = "Membre d'une association agréée, le règlement des honoraires par chèque est accepté - En cas d'urgence : composez le 15";
    foot(d, &[text], &italic.sized(if small { 6.2 } else { 7.5 }));
}
