//! What funds attest of rights to health insurance.
//!
//! Not responsible for family benefits.

use super::Page;
use super::civil_kit::{Home, bar, end, holder_line, home, look, mid, nir_of, para, rows, say, stack, strip};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, written};
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("attestation_droits", health_rights)];

fn health_rights(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let own = Someone::born(&mut d.rng, 1945, 2005);
    let today = day(&mut d.rng, 2018, 2026);
    let from = (today.0, today.1, 1);
    const ENDS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let until = match (d.rng.below(2), from.1) {
        (0, _) | (_, 1) => (from.0, 12, 31),
        (_, m) => (from.0 + 1, m - 1, ENDS[(m - 2) as usize]),
    };
    let nir = nir_of(&own, true, &mut d.rng);
    match d.rng.below(3) {
        0 => general(d, &own, today, from, until, &nir),
        1 => scheme(d, &own, today, from, until, &nir),
        _ => solidarity(d, &own, today, from, until, &nir),
    }
}

/// As the general scheme prints it: a table of who is covered.
fn general(d: &mut Desk<'_, '_>, own: &Someone, today: Day, from: Day, until: Day, nir: &str) {
    let l = look(d, 9.8);
    let x = 50.0;
    let (town, office, code, near) = d.rng.choose(&[
        ("BESANÇON", "CPAM DU DOUBS", "25300", "Pontarlier"),
        ("TARBES", "CPAM DES HAUTES-PYRÉNÉES", "65100", "Lourdes"),
        ("BASTIA", "CPAM DE HAUTE-CORSE", "20250", "Corte"),
        ("BASSE-TERRE", "CGSS DE LA GUADELOUPE", "97180", "Sainte-Anne"),
        ("TULLE", "CPAM DE LA CORRÈZE", "19200", "Ussel"),
    ]);
    marks::logo(d.c, x, 34.0, 40.0, &mut d.rng);
    say(d, (x + 56.0, 58.0), 180.0, "l'Assurance Maladie", &l.bold.sized(13.0), &[]);
    say(d, (x, 96.0), 200.0, office, &l.body, &[]);
    let lives = Home { code, town: near, ..home(&mut d.rng) };
    let who = holder_line(own, &mut d.rng);
    stack(d, (320.0, 130.0), 230.0, &lives.block(&who), &l.body.sized(10.6), "addressee");
    let date = written(today);
    say(d, (320.0, 200.0), 230.0, &format!("{}, le {date}", codes::capitalised(&town.to_lowercase())), &l.body, &[]);
    let title = d.rng.pick(&[
        "ATTESTATION DE DROITS À L'ASSURANCE MALADIE",
        "Attestation de droits à l'assurance maladie",
        "ATTESTATION DE DROITS",
    ]);
    say(d, (x, 250.0), 490.0, title, &l.bold.sized(14.0), &[]);
    say(
        d,
        (x, 268.0),
        490.0,
        "Cette attestation justifie de vos droits ; elle est à présenter aux professionnels de santé à défaut de carte Vitale à jour.",
        &l.small,
        &[],
    );
    let (begin, last) = (figures(from, "/"), figures(until, "/"));
    let text = format!("Document valable du {begin} au {last}, sous réserve de changement de situation.");
    say(d, (x, 296.0), 490.0, &text, &l.body, &[("valid_from", &begin), ("valid_until", &last)]);
    let (w, y) = (495.0, 318.0);
    d.c.frame(x, y, x + w, y + 128.0, 0.7);
    d.c.fill(x, y, x + w, y + 20.0, 222);
    strip(
        d,
        (x + 6.0, y + 14.0),
        w - 8.0,
        &[
            (0.0, "Assuré(e) et ayants droit"),
            (0.36, "N° de sécurité sociale"),
            (0.66, "Né(e) le"),
            (0.81, "Rang / Régime"),
        ],
        &l.bold.sized(8.4),
    );
    let name = format!("{} {}", capitals(&own.last, false), capitals(&own.given(" "), false));
    let born = figures(own.birth, "/");
    say(d, (x + 6.0, y + 36.0), w * 0.34, &name, &l.body, &[("holder", &name)]);
    say(d, (x + 6.0 + (w - 8.0) * 0.36, y + 36.0), w * 0.28, nir, &l.body, &[("nir", nir)]);
    d.value("birth_date", x + 6.0 + (w - 8.0) * 0.66, y + 36.0, &born, &l.body);
    say(d, (x + 6.0 + (w - 8.0) * 0.81, y + 36.0), 80.0, "1 - Général", &l.body, &[]);
    if own.birth.0 < 1995 {
        let kid =
            Someone::born(&mut d.rng, (own.birth.0 + 22).max(2005), (today.0 - 2).max((own.birth.0 + 22).max(2005)));
        let (named, born) =
            (format!("{} {}", capitals(&own.last, false), capitals(&kid.firsts[0], false)), figures(kid.birth, "/"));
        strip(
            d,
            (x + 6.0, y + 54.0),
            w - 8.0,
            &[(0.0, &named), (0.36, "rattaché(e) à l'assuré(e)"), (0.66, &born), (0.81, "1 - Général")],
            &l.body,
        );
    }
    say(d, (x + 6.0, y + 84.0), 480.0, "Organisme de rattachement : 01 - régime général", &l.body, &[]);
    say(
        d,
        (x + 6.0, y + 98.0),
        480.0,
        "Médecin traitant : déclaré - Exonération du ticket modérateur : non",
        &l.body,
        &[],
    );
    let chosen = d.rng.pick(&["10", "20", "80"]);
    let centre = d.rng.digits(4);
    say(d, (x + 6.0, y + 112.0), 480.0, &format!("Code gestion : {chosen} - Centre : {centre}"), &l.body, &[]);
    let text = "Cette attestation ne constitue pas une prise en charge. Les droits ouverts au titre de la résidence stable et régulière peuvent être contrôlés à tout moment. \
                En cas de soins dans un pays de l'Union européenne, demandez la carte européenne d'assurance maladie au moins deux semaines avant votre départ.";
    let y = para(d, (x, 482.0), w, text, &l.body, &[]) + 14.0;
    let y = para(
        d,
        (x, y),
        w,
        "Comment mettre à jour votre carte Vitale ? Insérez-la dans une borne de votre caisse ou d'une pharmacie une fois par an et à chaque changement de situation (mariage, naissance, déménagement, grossesse).",
        &l.body,
        &[],
    ) + 26.0;
    say(d, (330.0, y), 220.0, "Votre correspondant de l'Assurance Maladie", &l.body, &[]);
    para(
        d,
        (x, 770.0),
        w,
        "Quiconque se rend coupable de fraude ou de fausse déclaration est passible de pénalités financières, d'amende et d'emprisonnement (articles 313-1 à 313-3, 441-1, 441-6 et 441-7 du code pénal, article L. 114-17-1 du code de la sécurité sociale).",
        &l.small,
        &[],
    );
}

/// Farmers, seamen, students overseas, notaries' clerks: labels and values in a frame.
fn scheme(d: &mut Desk<'_, '_>, own: &Someone, today: Day, from: Day, until: Day, nir: &str) {
    let l = look(d, 10.4);
    let (x, w) = (58.0, 480.0);
    let (fund, seat) = d.rng.choose(&[
        ("MSA de Franche-Comté", "13 avenue Élisée Cusenier, 25090 BESANÇON CEDEX 9"),
        ("MSA Midi-Pyrénées Nord", "180 avenue Marcel Unal, 82014 MONTAUBAN CEDEX"),
        ("Caisse militaire de sécurité sociale (CNMSS)", "247 avenue Jacques Cartier, 83090 TOULON CEDEX 9"),
        ("Établissement national des invalides de la marine (Enim)", "1 bis rue Pierre Loti, 22505 PAIMPOL CEDEX"),
        ("MGEN - Section départementale de la Nièvre", "9 rue Jean Desveaux, 58000 NEVERS"),
        ("CRPCEN", "5 bis rue de Madrid, 75395 PARIS CEDEX 08"),
    ]);
    end(d, (x + w, 58.0), 320.0, fund, &l.bold.sized(12.0), &[]);
    end(d, (x + w, 72.0), 320.0, seat, &l.small, &[]);
    marks::logo(d.c, x, 40.0, 42.0, &mut d.rng);
    let title = d.rng.pick(&[
        "ATTESTATION D'OUVERTURE DE DROITS",
        "Attestation de droits maladie",
        "ATTESTATION DE DROITS À L'ASSURANCE MALADIE",
    ]);
    mid(d, (d.c.width / 2.0, 140.0), w, title, &l.bold.sized(15.0), &[]);
    let born = if d.rng.chance(0.5) { figures(own.birth, "/") } else { written(own.birth) };
    let (begin, last) = (figures(from, "/"), figures(until, "/"));
    let name = format!("{} {}", own.title(false), own.full());
    let lives = home(&mut d.rng);
    let list = [
        ("holder", d.rng.pick(&["Assuré(e)", "Nom et prénom de l'assuré", "Bénéficiaire des soins"]), name.as_str()),
        ("nir", d.rng.pick(&["Numéro d'immatriculation", "N° de sécurité sociale", "NIR"]), nir),
        ("birth_date", "Date de naissance", &born),
        ("", "Adresse", &lives.street),
        ("", "", &lives.place()),
        (
            "valid_from",
            d.rng.pick(&["Droits ouverts à compter du", "Début des droits", "Date d'ouverture des droits"]),
            &begin,
        ),
        ("valid_until", d.rng.pick(&["Fin de validité", "Droits valables jusqu'au", "Date de fin"]), &last),
        ("", "Taux de prise en charge", "régime normal"),
        ("", "Médecin traitant déclaré", "oui"),
    ]
    .map(|(n, a, b)| (n, a, b.to_owned()));
    d.c.frame(x, 172.0, x + w, 176.0 + 22.0 * list.len() as f32, 0.8);
    let shown: Vec<(&'static str, &str, &str)> = list.iter().map(|(n, a, b)| (*n, *a, b.as_str())).collect();
    let mut y = rows(d, (x + 12.0, 192.0), x + 200.0, 21.5, &shown, (&l.body, &l.bold)) + 24.0;
    let text = format!(
        "La présente attestation est établie le {} au vu des éléments du dossier. Elle remplace la carte Vitale lorsque celle-ci ne peut être lue et permet la dispense d'avance de frais dans les conditions du régime.",
        written(today)
    );
    y = para(d, (x, y), w, &text, &l.body, &[]) + 12.0;
    y = para(
        d,
        (x, y),
        w,
        "Vous devez informer votre caisse de tout changement d'état civil, d'adresse, d'employeur ou de situation familiale. Les frais de soins reçus après la fin de validité restent à la charge du bénéficiaire s'il a changé de régime.",
        &l.body,
        &[],
    ) + 12.0;
    y = para(
        d,
        (x, y),
        w,
        "Pièces à joindre à vos demandes de remboursement : feuille de soins signée, ordonnance, facture acquittée le cas échéant. Délai de forclusion : deux ans à compter du premier jour du trimestre suivant les soins.",
        &l.body,
        &[],
    ) + 30.0;
    say(d, (x + 260.0, y), 220.0, "Le directeur général,", &l.body, &[]);
    super::civil_kit::signed(d, x + 280.0, y + 36.0);
    para(
        d,
        (x, 792.0),
        w,
        "Traitement informatisé : droit d'accès et de rectification auprès du délégué à la protection des données de la caisse.",
        &l.small,
        &[],
    );
}

/// The complementary cover of those who have little.
fn solidarity(d: &mut Desk<'_, '_>, own: &Someone, today: Day, from: Day, until: Day, nir: &str) {
    let l = look(d, 10.2);
    let (x, w) = (54.0, 488.0);
    let (dept, code, town) = d.rng.choose(&[
        ("de l'Ardèche", "07100", "Annonay"),
        ("du Gers", "32000", "Auch"),
        ("de la Manche", "50100", "Cherbourg-en-Cotentin"),
        ("des Vosges", "88100", "Saint-Dié-des-Vosges"),
        ("du Cantal", "15000", "Aurillac"),
    ]);
    let lives = Home { code, town, ..home(&mut d.rng) };
    let who = holder_line(own, &mut d.rng);
    stack(d, (x, 60.0), 240.0, &lives.block(&who), &l.body, "addressee");
    end(d, (x + w, 60.0), 230.0, "Assurance Maladie", &l.bold.sized(12.0), &[]);
    end(d, (x + w, 74.0), 230.0, &format!("Caisse primaire {dept}"), &l.body, &[]);
    end(d, (x + w, 88.0), 230.0, "Complémentaire santé solidaire", &l.body, &[]);
    end(d, (x + w, 132.0), 230.0, &format!("Le {}", written(today)), &l.body, &[]);
    let chosen = d.rng.pick(&[
        "ATTESTATION DE DROIT À LA COMPLÉMENTAIRE SANTÉ SOLIDAIRE",
        "Attestation de droits - Complémentaire santé solidaire",
    ]);
    let y = bar(d, [x, 160.0, w], chosen, &l.bold.sized(12.5)) + 28.0;
    let (begin, last) = (figures(from, "/"), figures(until, "/"));
    let name = format!("{} {}", own.title(true), own.full());
    let born = figures(own.birth, "/");
    let text = format!(
        "Nous attestons que {name}, né{} le {born}, immatriculé{} sous le numéro {nir}, a droit à l'assurance maladie et à la complémentaire santé solidaire sans participation financière, du {begin} au {last}.",
        own.agree("", "e"),
        own.agree("", "e")
    );
    let y = para(
        d,
        (x, y),
        w,
        &text,
        &l.body,
        &[("holder", &name), ("birth_date", &born), ("nir", nir), ("valid_from", &begin), ("valid_until", &last)],
    ) + 18.0;
    say(d, (x, y), w, "Ce que vous n'avez pas à payer", &l.bold, &[]);
    let mut y = y + 18.0;
    for text in [
        "le médecin, le dentiste, l'infirmier, le kinésithérapeute, l'hôpital ;",
        "les médicaments remboursés, en pharmacie ;",
        "la plupart des lunettes, prothèses dentaires et auditives du panier 100 % santé ;",
        "le forfait journalier en cas d'hospitalisation, sans limitation de durée.",
    ] {
        y = para(d, (x + 14.0, y), w - 14.0, &format!("- {text}"), &l.body, &[]) + 3.0;
    }
    let text = "Organisme gestionnaire choisi : votre caisse d'assurance maladie. Présentez cette attestation et votre carte Vitale mise à jour aux professionnels de santé. Les dépassements d'honoraires sont interdits, sauf exigence particulière de votre part (horaires, visite injustifiée).";
    let y = para(d, (x, y + 14.0), w, text, &l.body, &[]) + 12.0;
    let y = para(
        d,
        (x, y),
        w,
        "Renouvellement : déposez votre demande entre quatre et deux mois avant la fin de vos droits, au moyen du formulaire S3711 ou dans votre compte ameli. Sans démarche de votre part, vos droits prendront fin à la date indiquée ci-dessus.",
        &l.body,
        &[],
    ) + 12.0;
    let y = para(
        d,
        (x, y),
        w,
        "Voies de recours : vous pouvez contester cette décision dans les deux mois devant la commission de recours amiable de la caisse, puis devant le pôle social du tribunal judiciaire.",
        &l.body,
        &[],
    ) + 28.0;
    say(d, (x + 270.0, y), 220.0, "Le directeur de la caisse primaire", &l.body, &[]);
    para(
        d,
        (x, 796.0),
        w,
        "Articles L. 861-1 et suivants du code de la sécurité sociale. Attestation à conserver, aucun duplicata papier n'est envoyé d'office.",
        &l.small,
        &[],
    );
}
