//! What employers certify: work done, being employed.
//!
//! Not responsible for letters of those who seek work.

use super::Page;
use super::civil_kit::{after, bar, cells, dated, home, look, mid, nir_of, para, rows, say, seal, signed, stack};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, sum};
use crate::pages::marks;
use crate::text::codes::{grouped, siren, siret};
use crate::text::{capitals, codes, words};

pub(super) const PAGES: &[Page] = &[Page::a4("attestation_employeur", employment)];

fn employment(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1958, 2001);
    let hired = day(&mut d.rng, (own.birth.0 + 18).max(1998), 2019.max(own.birth.0 + 19));
    let left = (hired.0 + d.rng.between(1, 5), d.rng.between(1, 12), d.rng.between(1, 27));
    let code = siren(&mut d.rng);
    let number = grouped(&siret(&code, &mut d.rng), &[3, 3, 3, 5]);
    match d.rng.below(3) {
        0 => work_certificate(d, &own, hired, left, &number),
        1 => public_employer(d, &own, hired, left, &number),
        _ => household(d, &own, hired, left),
    }
}

const TRADES: &[(&str, &str)] = &[
    ("Menuisier poseur", "Menuisière poseuse"),
    ("Employé libre-service", "Employée libre-service"),
    ("Assistant comptable", "Assistante comptable"),
    ("Conducteur d'engins", "Conductrice d'engins"),
    ("Serveur", "Serveuse"),
    ("Agent de propreté", "Agente de propreté"),
];

/// Certificate at the end of a contract.
fn work_certificate(d: &mut Desk<'_, '_>, own: &Someone, hired: Day, left: Day, siret: &str) {
    let l = look(d, 11.0);
    let (x, w) = (62.0, 470.0);
    let firm = d.rng.pick(words::COMPANIES);
    let form = d.rng.pick(&["SARL", "SAS", "EURL", "SCOP"]);
    let seat = home(&mut d.rng);
    let boss = Someone::born(&mut d.rng, 1955, 1988);
    let ape = d.rng.pick(&["4332A", "4711D", "5610A", "8121Z", "4399C"]);
    let name = format!("{} {}", own.title(true), own.full());
    let date = dated(after(left, 1), &mut d.rng);
    let paper = d.rng.chance(0.5);
    if paper {
        // The sender's particulars stand at the foot.
        mid(d, (297.0, 66.0), w, firm, &l.bold.sized(17.0), &[]);
        d.rule(x, 76.0, x + w, 76.0, 1.2);
    } else {
        let lines = [firm.to_owned(), seat.street.clone(), seat.place(), format!("Code APE : {ape}")];
        stack(d, (x, 62.0), 260.0, &lines, &l.body, "");
        say(d, (x, 122.0), 260.0, &format!("SIRET : {siret}"), &l.body, &[("siret", siret)]);
    }
    let title = d.rng.pick(&[
        "CERTIFICAT DE TRAVAIL",
        "Certificat de travail",
        "CERTIFICAT DE TRAVAIL (article L. 1234-19 du code du travail)",
    ]);
    mid(d, (297.0, 186.0), w, title, &l.bold.sized(16.0), &[]);
    let born = figures(own.birth, "/");
    let nir = nir_of(own, true, &mut d.rng);
    let lives = home(&mut d.rng).line();
    let text = format!(
        "Je {}, {} {}, agissant en qualité de responsable de la société {form} {firm}, certifie avoir employé :",
        boss.agree("soussigné", "soussignée"),
        boss.title(true),
        boss.full()
    );
    let y = para(d, (x, 232.0), w, &text, &l.body, &[]) + 14.0;
    let label = d.rng.pick(&["N° de sécurité sociale", "Immatriculation S.S.", "N° S.S."]);
    let list = [
        ("holder", "Salarié(e)", name.as_str()),
        ("", "demeurant", &lives),
        ("birth_date", "né(e) le", &born),
        ("nir", label, &nir),
    ];
    let y = rows(d, (x + 16.0, y), x + 160.0, 19.0, &list, (&l.body, &l.body)) + 14.0;
    let trade = d.rng.choose(TRADES);
    let text = format!(
        "du {} au {} inclus, en qualité de {}, niveau II, coefficient {}.",
        figures(hired, "/"),
        figures(left, "/"),
        own.agree(trade.0, trade.1),
        d.rng.pick(&["170", "185", "210", "230"])
    );
    let mut y = para(d, (x, y), w, &text, &l.body, &[]) + 12.0;
    for text in [
        format!("{} nous quitte libre de tout engagement.", own.title(true)),
        "En application de l'article L. 911-8 du code de la sécurité sociale, le salarié bénéficie du maintien à titre gratuit des garanties de frais de santé et de prévoyance en vigueur dans l'entreprise pendant sa période d'indemnisation par l'assurance chômage, dans la limite de douze mois.".to_owned(),
        "Le solde de ses droits à formation est consultable sur le site moncompteformation.gouv.fr.".to_owned(),
        "En foi de quoi le présent certificat lui est délivré pour servir et valoir ce que de droit.".to_owned(),
    ] {
        y = para(d, (x, y), w, &text, &l.body, &[]) + 8.0;
    }
    say(d, (x + 220.0, y + 20.0), 250.0, &format!("Fait à {}, le {date}", seat.town), &l.body, &[("date", &date)]);
    say(d, (x + 220.0, y + 38.0), 250.0, &format!("Pour la société, {}", boss.full()), &l.body, &[]);
    signed(d, x + 250.0, y + 74.0);
    if paper {
        d.rule(x, 776.0, x + w, 776.0, 0.6);
        let line = format!(
            "{form} au capital de {} € - {}",
            codes::thousands(d.rng.between(1, 60) as u64 * 500, " "),
            seat.line()
        );
        mid(d, (297.0, 790.0), w, &line, &l.small, &[]);
        mid(
            d,
            (297.0, 802.0),
            w,
            &format!("SIRET {siret} - APE {ape} - RCS {}", capitals(seat.town, true)),
            &l.small,
            &[("siret", siret)],
        );
    }
}

/// A hospital, a town, an association: that somebody is employed.
fn public_employer(d: &mut Desk<'_, '_>, own: &Someone, hired: Day, left: Day, siret: &str) {
    let l = look(d, 11.0);
    let (x, w) = (58.0, 480.0);
    let (house, seat, town) = d.rng.choose(&[
        ("Communauté de communes Jura Sud", "Moirans-en-Montagne, 39260", "Moirans-en-Montagne"),
        ("ADMR de la Haute Vallée", "4 place de la Mairie, 11500 QUILLAN", "Quillan"),
        ("Centre hospitalier de Mauriac", "avenue Fernand-Talandier, 15200 MAURIAC", "Mauriac"),
        ("Association Les Papillons Bleus", "17 rue du Port, 29900 CONCARNEAU", "Concarneau"),
        ("Syndicat mixte des eaux du Bazois", "58110 CHÂTILLON-EN-BAZOIS", "Châtillon-en-Bazois"),
    ]);
    marks::logo(d.c, 488.0, 38.0, 46.0, &mut d.rng);
    say(d, (x, 58.0), 400.0, house, &l.bold.sized(13.0), &[]);
    say(d, (x, 74.0), 400.0, seat, &l.body, &[]);
    say(d, (x, 89.0), 400.0, &format!("N° SIRET {siret}"), &l.body, &[("siret", siret)]);
    say(d, (x, 120.0), 300.0, "Direction des ressources humaines", &l.ital, &[]);
    let number = format!("RH/{}/{:03}", left.0, d.rng.between(1, 400));
    let label = d.rng.pick(&["Réf.", "N/Réf.", "Référence"]);
    say(d, (x, 136.0), 300.0, &format!("{label} : {number}"), &l.body, &[("reference", &number)]);
    let title = d.rng.pick(&[
        "ATTESTATION D'EMPLOI", "ATTESTATION DE L'EMPLOYEUR", "Attestation employeur",
        "ATTESTATION DE PRÉSENCE EN POSTE",
    ]);
    let y = bar(d, [x, 186.0, w], title, &l.bold.sized(14.0)) + 36.0;
    let name = format!("{} {}", own.title(false), own.full());
    let born = dated(own.birth, &mut d.rng);
    let chief = Someone::born(&mut d.rng, 1958, 1988);
    let grade = d.rng.pick(&[
        "adjoint technique territorial",
        "agent des services hospitaliers qualifié",
        "auxiliaire de vie",
        "rédacteur principal de 2e classe",
    ]);
    let text = format!(
        "Je {}, {}, {}, atteste que {name}, {} le {born}, est {} dans nos services depuis le {} en qualité de {grade}, à temps {}.",
        chief.agree("soussigné", "soussignée"),
        chief.full(),
        chief.agree("directeur", "directrice"),
        own.agree("né", "née"),
        own.agree("employé", "employée"),
        figures(hired, "/"),
        d.rng.pick(&["complet", "non complet (28 heures hebdomadaires)", "partiel à 80 %"])
    );
    let mut y = para(d, (x, y), w, &text, &l.body, &[("holder", &name), ("birth_date", &born)]) + 16.0;
    let kind = d.rng.pick(&[
        "Contrat à durée indéterminée",
        "Fonctionnaire titulaire",
        "Contrat à durée déterminée renouvelé",
    ]);
    let pay = d.rng.between(142_000, 265_000) as u64;
    let t = (&l.small, &l.body);
    y = cells(
        d,
        [x, y, w, 34.0],
        &[
            (0.5, "Nature de l'engagement", ("", kind)),
            (0.25, "Salaire net mensuel (€)", ("", &sum(pay))),
            (0.25, "Préavis ou démission", ("", "néant")),
        ],
        t,
    );
    let text = "À ce jour, l'intéressé(e) n'est ni démissionnaire, ni en période d'essai, ni en procédure de licenciement. Les indemnités de résidence et le supplément familial de traitement ne sont pas compris dans le montant indiqué.";
    y = para(d, (x, y + 30.0), w, text, &l.body, &[]) + 12.0;
    y = para(
        d,
        (x, y),
        w,
        "Cette attestation est établie sur demande de l'agent et lui est remise pour servir et valoir ce que de droit.",
        &l.body,
        &[],
    ) + 32.0;
    let date = dated(left, &mut d.rng);
    say(d, (x + 230.0, y), 250.0, &format!("{town}, le {date}"), &l.body, &[("date", &date)]);
    say(d, (x + 230.0, y + 18.0), 250.0, chief.agree("Le directeur,", "La directrice,"), &l.body, &[]);
    say(d, (x + 230.0, y + 34.0), 250.0, &chief.full(), &l.body, &[]);
    signed(d, x + 250.0, y + 66.0);
    seal(d, x + 110.0, y + 50.0, 34.0, &["DIRECTION", town]);
    mid(
        d,
        (297.0, 806.0),
        w,
        "Toute attestation falsifiée engage la responsabilité de son porteur (article 441-7 du code pénal)",
        &l.small,
        &[],
    );
}

/// A private person who employs at home.
fn household(d: &mut Desk<'_, '_>, own: &Someone, hired: Day, left: Day) {
    let l = look(d, 11.6);
    let (x, w) = (66.0, 463.0);
    let boss = Someone::born(&mut d.rng, 1935, 1988);
    let lives = home(&mut d.rng);
    stack(d, (x, 64.0), 250.0, &[boss.full(), lives.street.clone(), lives.place()], &l.body, "");
    let number = format!("Z{}", d.rng.digits(7));
    let label = d.rng.pick(&["N° Cesu", "N° employeur Pajemploi", "Numéro d'employeur"]);
    say(d, (x, 116.0), 300.0, &format!("{label} : {number}"), &l.body, &[("reference", &number)]);
    let ended = d.rng.chance(0.5);
    let title = if ended {
        d.rng.pick(&["CERTIFICAT DE TRAVAIL", "Certificat de travail (particulier employeur)"])
    } else {
        d.rng.pick(&["ATTESTATION D'EMPLOI", "Attestation d'employeur"])
    };
    mid(d, (297.0, 182.0), w, title, &l.bold.sized(16.0), &[]);
    let name = format!("{} {}", own.title(false), own.full());
    let (born, nir) = (figures(own.birth, "/"), nir_of(own, true, &mut d.rng));
    let trade = d.rng.pick(&[
        "assistante maternelle agréée", "employé(e) familial(e)", "garde d'enfants à domicile", "assistant(e) de vie C",
    ]);
    let period = if ended {
        format!("du {} au {}", figures(hired, "/"), figures(left, "/"))
    } else {
        format!("depuis le {}", figures(hired, "/"))
    };
    let verb = if ended { "avoir employé" } else { "employer" };
    let text = format!(
        "Je {}, {} {}, certifie {verb} {name}, {} le {born}, n° de sécurité sociale {nir}, {period}, en qualité de {trade}.",
        boss.agree("soussigné", "soussignée"),
        boss.title(true),
        boss.full(),
        own.agree("né", "née")
    );
    let y = para(d, (x, 236.0), w, &text, &l.body, &[("holder", &name), ("birth_date", &born), ("nir", &nir)]) + 14.0;
    let hours = d.rng.between(6, 38);
    let text = format!(
        "La durée hebdomadaire de travail est de {hours} heures. La rémunération est déclarée à l'Urssaf service Cesu ou Pajemploi. La convention collective applicable est celle des particuliers employeurs et de l'emploi à domicile."
    );
    let y = para(d, (x, y), w, &text, &l.body, &[]) + 14.0;
    let text = if ended {
        "La personne est libre de tout engagement à mon égard. Elle peut bénéficier du maintien de ses garanties de prévoyance auprès de l'Ircem."
    } else {
        "Elle n'est, à ce jour, ni en période d'essai ni en cours de préavis."
    };
    let y = para(d, (x, y), w, text, &l.body, &[]) + 14.0;
    let y = para(d, (x, y), w, "Fait pour servir et valoir ce que de droit.", &l.body, &[]) + 40.0;
    let date = dated(if ended { left } else { after(left, 3) }, &mut d.rng);
    say(d, (x, y), w, &format!("À {}, le {date}", lives.town), &l.body, &[("date", &date)]);
    say(d, (x, y + 22.0), w, "Signature de l'employeur :", &l.body, &[]);
    signed(d, x + 160.0, y + 40.0);
}
