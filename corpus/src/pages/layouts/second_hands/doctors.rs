//! Certificates of doctors: of one in the country, of a hospital, on the form of a sports federation.
//!
//! Responsible for days and persons that agree.

use super::Page;
use super::civil_kit::{after, bar, cells, dated, end, home, look, mid, nir_of, para, rows, say, seal, signed, stack};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, of};
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("certificat_medical", medical)];

fn medical(d: &mut Desk<'_, '_>) {
    let which = d.rng.below(3);
    let own = Someone::born(&mut d.rng, if which == 2 { 1968 } else { 1940 }, 2013);
    let today = day(&mut d.rng, 2019, 2026);
    match which {
        0 => practitioner(d, &own, today),
        1 => hospital(d, &own, today),
        _ => sport(d, &own, today),
    }
}

/// Letterhead of a doctor in the country, printed by their software.
fn practitioner(d: &mut Desk<'_, '_>, own: &Someone, today: Day) {
    let l = look(d, 11.4);
    let doctor = Someone::born(&mut d.rng, 1955, 1990);
    let cabinet = home(&mut d.rng);
    let (x, w) = (62.0, 470.0);
    let skill = d.rng.pick(&[
        "Médecine générale",
        "Médecin généraliste - Homéopathie",
        "Pédiatre",
        "Rhumatologue",
        "Médecine générale - Médecine du sport",
    ]);
    let tel = codes::phone(&mut d.rng);
    let rpps = format!("10{}", d.rng.digits(9));
    let am = format!("{}1{}", cabinet.code.get(..2).unwrap_or("39"), d.rng.digits(6));
    if d.rng.chance(0.5) {
        mid(d, (297.0, 62.0), w, &format!("Docteur {}", doctor.full()), &l.bold.sized(15.0), &[]);
        mid(d, (297.0, 79.0), w, skill, &l.ital, &[]);
        mid(d, (297.0, 94.0), w, &cabinet.line(), &l.body.sized(9.5), &[]);
        mid(d, (297.0, 107.0), w, &format!("Tél. {tel} - RPPS {rpps}"), &l.small, &[]);
        d.rule(x, 116.0, x + w, 116.0, 0.6);
    } else {
        let lines = [
            skill.to_owned(),
            cabinet.street.clone(),
            cabinet.place(),
            format!("Tél. : {tel}"),
            format!("N° AM : {am}"),
            format!("RPPS : {rpps}"),
        ];
        say(d, (x, 60.0), 250.0, &format!("Dr {}", doctor.full()), &l.bold.sized(13.0), &[]);
        stack(d, (x, 76.0), 250.0, &lines, &l.body.sized(9.2), "");
        marks::code(d.c, 420.0, 56.0, &mut d.rng);
    }
    let date = dated(today, &mut d.rng);
    end(d, (x + w, 176.0), 260.0, &format!("{}, le {date}", cabinet.town), &l.body, &[("date", &date)]);
    let title = d.rng.pick(&["CERTIFICAT MÉDICAL", "Certificat médical", "CERTIFICAT"]);
    mid(d, (297.0, 236.0), w, title, &l.bold.sized(16.0), &[]);
    let title_in = d.rng.chance(0.6);
    let name = if title_in { format!("{} {}", own.title(d.rng.chance(0.5)), own.full()) } else { own.full() };
    let born = dated(own.birth, &mut d.rng);
    let open = d.rng.pick(&[
        "Je soussigné, docteur en médecine, certifie avoir examiné ce jour",
        "Je, soussignée, Docteur",
        "Je certifie avoir vu en consultation ce jour",
    ]);
    let open = if open.ends_with("Docteur") {
        format!("{open} {}, certifie que l'état de santé de", doctor.full())
    } else {
        open.to_owned()
    };
    let bound = own.agree("né", "née");
    let body = if open.ends_with("santé de") {
        let days = d.rng.between(3, 21);
        format!(
            "{open} {name}, {bound} le {born}, nécessite un repos de {days} jours à compter de ce jour, sauf complications. Les sorties sont autorisées."
        )
    } else {
        let rest = d.rng.pick(&[
            "dont l'état de santé ne permet pas la pratique de l'éducation physique pour une durée de trois semaines.",
            "et n'avoir constaté ce jour aucun signe clinique apparent contre-indiquant la vie en collectivité.",
            "dont l'état nécessite la présence d'une tierce personne lors des déplacements.",
            "et que ses vaccinations obligatoires sont à jour selon le carnet de santé présenté.",
        ]);
        format!("{open} {name}, {bound} le {born}, {rest}")
    };
    let y = para(d, (x, 284.0), w, &body, &l.body.sized(12.0), &[("holder", &name), ("birth_date", &born)]) + 22.0;
    let text = d.rng.pick(&["Certificat établi à la demande de l'intéressé et remis en main propre pour faire valoir ce que de droit.", "Remis en main propre à la demande du patient ou de son représentant légal, pour servir et valoir ce que de droit."]);
    let mut y = para(d, (x, y), w, text, &l.body, &[]) + 24.0;
    if d.rng.chance(0.35) {
        let nir = nir_of(own, true, &mut d.rng);
        say(d, (x, y), w, &format!("N° de sécurité sociale : {nir}"), &l.body, &[("nir", &nir)]);
        y += 26.0;
    }
    signed(d, x + 300.0, y + 40.0);
    say(d, (x + 290.0, y + 4.0), 180.0, &format!("Dr {}", doctor.full()), &l.body, &[]);
    d.rule(x, 770.0, x + w, 770.0, 0.4);
    mid(
        d,
        (297.0, 784.0),
        w,
        "Membre d'une association de gestion agréée - le règlement par chèque et carte bancaire est accepté",
        &l.small,
        &[],
    );
    mid(d, (297.0, 796.0), w, "En cas d'urgence, composer le 15", &l.small, &[]);
}

/// A hospital or clinic: the patient in a frame.
fn hospital(d: &mut Desk<'_, '_>, own: &Someone, today: Day) {
    let l = look(d, 10.6);
    let x = 54.0;
    let (house, town, code) = d.rng.choose(&[
        ("Centre hospitalier Louis-Jaillon", "Saint-Claude", "39200"),
        ("Hôpital privé de la Baie", "Avranches", "50300"),
        ("Clinique du Val d'Ouest", "Écully", "69130"),
        ("Centre hospitalier de Decize", "Decize", "58300"),
        ("GHT Cornouaille - Hôpital Laënnec", "Quimper", "29000"),
    ]);
    let service = d.rng.pick(&[
        "Service de chirurgie orthopédique", "Service des urgences", "Hôpital de jour - médecine", "Maternité",
        "Service de rééducation",
    ]);
    let chief = Someone::random(&mut d.rng).full();
    marks::logo(d.c, x, 36.0, 46.0, &mut d.rng);
    say(d, (x + 64.0, 56.0), 300.0, house, &l.bold.sized(13.0), &[]);
    say(d, (x + 64.0, 71.0), 300.0, service, &l.body, &[]);
    let finess = d.rng.digits(7);
    say(
        d,
        (x + 64.0, 85.0),
        300.0,
        &format!("{code} {} - FINESS {}{finess}", capitals(town, true), &code[..2]),
        &l.small,
        &[],
    );
    // Staff of the ward stand down the left side, as on many hospitals' paper.
    let staff = [
        "Chef de service",
        &format!("Dr {chief}"),
        "Praticiens",
        "Dr A. Lemoine",
        "Dr S. Hadjar",
        "Cadre de santé",
        "Mme C. Breton",
        "Secrétariat",
        "03 84 33 70 12",
    ]
    .map(str::to_owned);
    stack(d, (x, 150.0), 96.0, &staff, &l.small, "");
    d.rule(160.0, 130.0, 160.0, 720.0, 0.4);
    let (x, w) = (174.0, 370.0);
    let title =
        d.rng.pick(&["CERTIFICAT MÉDICAL", "CERTIFICAT MÉDICAL D'HOSPITALISATION", "Certificat médical descriptif"]);
    mid(d, (x + w / 2.0, 146.0), w, title, &l.bold.sized(14.0), &[]);
    let born = figures(own.birth, "/");
    let nir = nir_of(own, true, &mut d.rng);
    let file = d.rng.digits(9);
    let name = format!("{} {}", own.surname(), own.firsts[0]);
    let label = d.rng.pick(&["IPP", "N° dossier", "NIP"]);
    let list = [
        ("holder", "Patient", name.as_str()),
        ("birth_date", "Né(e) le", &born),
        ("nir", "N° SS", &nir),
        ("reference", label, &file),
    ];
    d.c.frame(x, 164.0, x + w, 254.0, 0.6);
    rows(d, (x + 10.0, 184.0), x + 110.0, 20.0, &list, (&l.body, &l.bold));
    let entered = (today.0, today.1, today.2.clamp(1, 20));
    let left = after(entered, d.rng.between(1, 6));
    let text = format!(
        "Je soussigné, Docteur {chief}, certifie que le patient désigné ci-dessus a été pris en charge dans le service du {} au {}.",
        figures(entered, "/"),
        figures(left, "/")
    );
    let mut y = para(d, (x, 290.0), w, &text, &l.body, &[]) + 10.0;
    let text = d.rng.pick(&["L'examen clinique retrouve une douleur à la palpation de l'épaule droite, sans déficit sensitif ni moteur. Les radiographies ne montrent pas de lésion osseuse récente.", "L'évolution a été favorable. Le retour à domicile s'effectue avec des soins infirmiers et une surveillance par le médecin traitant.", "L'état actuel justifie l'éviction de tout port de charge supérieure à cinq kilogrammes et l'usage de deux cannes anglaises."]);
    y = para(d, (x, y), w, text, &l.body, &[]) + 10.0;
    let days = d.rng.between(3, 30);
    y = para(
        d,
        (x, y),
        w,
        &format!(
            "La durée de l'incapacité totale de travail au sens pénal, sous réserve de complications : néant. Arrêt de travail prescrit : {days} jours. Consultation de contrôle prévue à six semaines."
        ),
        &l.body,
        &[],
    ) + 10.0;
    y = para(
        d,
        (x, y),
        w,
        "Certificat établi à la demande de l'intéressé(e) et remis en main propre pour faire valoir ce que de droit.",
        &l.body,
        &[],
    ) + 24.0;
    let date = dated(left, &mut d.rng);
    say(d, (x, y), w, &format!("Fait à {town}, le {date}"), &l.body, &[("date", &date)]);
    say(d, (x, y + 18.0), w, &format!("Dr {chief}"), &l.body, &[]);
    signed(d, x + 190.0, y + 44.0);
    seal(d, x + 120.0, y + 66.0, 30.0, &["HÔPITAL", town]);
    mid(
        d,
        (297.0, 806.0),
        490.0,
        "Les données de santé sont couvertes par le secret médical (article L. 1110-4 du code de la santé publique).",
        &l.small,
        &[],
    );
}

/// The form of a sports federation.
fn sport(d: &mut Desk<'_, '_>, own: &Someone, today: Day) {
    let l = look(d, 11.0);
    let (x, w) = (56.0, 484.0);
    let (federation, game) = d.rng.choose(&[
        ("Fédération française de canoë-kayak", "canoë-kayak"),
        ("Ligue de Bretagne de football", "football"),
        ("Fédération française de spéléologie", "spéléologie"),
        ("UFOLEP - Comité départemental", "cyclisme"),
        ("Fédération française de rugby à XIII", "rugby à XIII"),
    ]);
    let doctor = Someone::born(&mut d.rng, 1955, 1990);
    marks::logo(d.c, 470.0, 34.0, 56.0, &mut d.rng);
    say(d, (x, 60.0), 380.0, federation, &l.bold.sized(13.0), &[]);
    say(d, (x, 76.0), 380.0, &format!("Saison sportive {}-{}", today.0, today.0 + 1), &l.body, &[]);
    let title = d.rng.pick(&[
        "CERTIFICAT MÉDICAL DE NON CONTRE-INDICATION",
        "Certificat médical d'absence de contre-indication à la pratique du sport",
        "CERTIFICAT MÉDICAL - DEMANDE DE LICENCE",
    ]);
    let y = bar(d, [x, 120.0, w], title, &l.bold.sized(13.0));
    mid(d, (297.0, y + 18.0), w, "Articles L. 231-2 et D. 231-1-1 du code du sport", &l.small, &[]);
    let name = own.full();
    let born = figures(own.birth, "/");
    let of_doctor = doctor.full();
    let licence = d.rng.digits(8);
    let t = (&l.small, &l.bold);
    let mut y = y + 36.0;
    y = cells(
        d,
        [x, y, w, 36.0],
        &[(0.65, "Nom et prénom du licencié", ("holder", &name)), (0.35, "Date de naissance", ("birth_date", &born))],
        t,
    );
    y = cells(
        d,
        [x, y, w, 36.0],
        &[
            (0.4, "N° de licence", ("reference", &licence)),
            (0.6, "Club", ("", &format!("Entente sportive {}", of(own.born_at.1)))),
        ],
        t,
    );
    let text = format!(
        "Je soussigné(e), Docteur {of_doctor}, atteste avoir procédé ce jour à l'examen du sportif désigné ci-dessus et n'avoir pas constaté, à la date de ce jour, de contre-indication à la pratique des activités suivantes :"
    );
    y = para(d, (x, y + 32.0), w, &text, &l.body, &[]) + 8.0;
    for (i, what) in [
        format!("{game} en loisir"),
        format!("{game} en compétition"),
        "fonctions d'arbitre ou de juge".to_owned(),
        "surclassement dans la catégorie supérieure".to_owned(),
    ]
    .iter()
    .enumerate()
    {
        crate::pages::layouts::facts::tick(d, x + 12.0, y, 8.0, i < 2);
        say(d, (x + 30.0, y), w - 30.0, what, &l.body, &[]);
        y += 18.0;
    }
    let text = "Le questionnaire de santé QS-SPORT (cerfa n° 15699) permet de renouveler la licence sans nouveau certificat pendant trois saisons, sauf réponse positive. Les disciplines à contraintes particulières exigent un examen annuel.";
    y = para(d, (x, y + 14.0), w, text, &l.body, &[]) + 10.0;
    y = para(
        d,
        (x, y),
        w,
        "Restrictions éventuelles : aucune. Électrocardiogramme de repos réalisé : oui. Vaccination antitétanique à jour : oui.",
        &l.body,
        &[],
    ) + 20.0;
    let date = dated(today, &mut d.rng);
    say(d, (x, y), 260.0, &format!("Date de l'examen : {date}"), &l.body, &[("date", &date)]);
    say(d, (x + 270.0, y), 210.0, "Signature et cachet du médecin", &l.body, &[]);
    signed(d, x + 280.0, y + 32.0);
    let stamp = [format!("Dr {of_doctor}"), "Médecine générale".to_owned(), home(&mut d.rng).place()];
    stack(d, (x + 280.0, y + 58.0), 200.0, &stamp, &l.body.sized(9.5), "");
    para(
        d,
        (x, 790.0),
        w,
        "Certificat à conserver par le club ou à déposer lors de la saisie de la licence. Il n'est valable que s'il date de moins d'un an au jour de la demande.",
        &l.small,
        &[],
    );
}
