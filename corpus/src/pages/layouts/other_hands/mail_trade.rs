//! Letters of firms, insurers, banks and associations.

use super::Page;
use super::mail_people::{body, file_number, said};
use super::stationery::{
    C, Citizen, Firm, L, R, address, cells, emblem, foot, heavy, kv, letter_day, line, one, put, roman, slanted,
    surname, text,
};
use super::trade::seller;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::Day;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("courrier_entreprise", letter)];

type Matter = (&'static str, &'static [&'static str]);

const INSURER: &[Matter] = &[
    (
        "Votre sinistre habitation",
        &[
            "Nous accusons réception de votre déclaration et avons ouvert un dossier sous les références ci-dessus.",
            "Nous avons confié à notre expert, le cabinet Texa, le soin d'évaluer vos dommages. Il prendra contact avec vous sous huit jours pour convenir d'un rendez-vous. D'ici là, nous vous \
             remercions de conserver les biens endommagés et de réunir les justificatifs d'achat.",
            "Une franchise contractuelle de 150 euros sera déduite de l'indemnité.",
        ],
    ),
    (
        "Avenant à votre contrat automobile",
        &[
            "Vous nous avez fait part de votre changement de véhicule et nous vous remercions de votre confiance.",
            "Vous trouverez ci-joint l'avenant à votre contrat en deux exemplaires, dont l'un est à nous retourner signé, ainsi que votre nouvelle carte verte.",
            "La différence de cotisation sera portée sur votre prochain avis d'échéance.",
        ],
    ),
];

const BANK: &[Matter] = &[
    (
        "Votre demande de prêt immobilier",
        &[
            "Nous avons le plaisir de vous informer que votre demande de financement a reçu un accord de principe de notre comité de crédit.",
            "Cet accord reste subordonné à l'adhésion de chaque emprunteur à l'assurance et à la production du compromis de vente signé. L'offre de prêt vous sera adressée par courrier séparé ; \
             vous devrez observer un délai de réflexion de dix jours avant de l'accepter.",
            "Votre conseiller se tient à votre disposition pour finaliser votre projet.",
        ],
    ),
    (
        "Évolution de nos conditions tarifaires",
        &[
            "Comme chaque année, nous vous informons de l'évolution des tarifs de nos produits et services, qui entreront en vigueur dans deux mois.",
            "Les frais de tenue de compte restent inchangés. La cotisation de la carte internationale à débit immédiat est portée à 45 euros par an. Le détail figure dans la brochure jointe, \
             disponible aussi en agence.",
            "Sans désaccord de votre part avant cette date, ces conditions seront réputées acceptées.",
        ],
    ),
];

const FIRM: &[Matter] = &[
    (
        "Retard de livraison",
        &[
            "Nous avons le regret de vous informer que les articles commandés ne pourront être livrés à la date convenue, notre fournisseur rencontrant des difficultés d'approvisionnement.",
            "La livraison interviendra au plus tard dans trois semaines. Si ce nouveau délai ne vous convenait pas, vous avez la possibilité d'annuler votre commande sans frais.",
            "Nous vous prions d'accepter nos excuses pour ce contretemps et vous accordons une remise de 5 % sur votre prochaine commande.",
        ],
    ),
    (
        "Contrat de maintenance - révision annuelle",
        &[
            "Le contrat qui nous lie arrive à échéance à la fin du trimestre et se renouvelle par tacite reconduction.",
            "En application de la clause de révision, la redevance sera indexée sur l'indice Syntec. Nos techniciens procéderont à la visite annuelle de vos installations dans le courant du mois.",
            "Nous restons à votre disposition pour étudier avec vous une extension des prestations.",
        ],
    ),
];

const CLUB: &[Matter] = &[
    (
        "Convocation à l'assemblée générale",
        &[
            "Vous êtes invité à participer à l'assemblée générale ordinaire de notre association, qui se tiendra à 18 h 30 à la salle des fêtes.",
            "À l'ordre du jour : rapport moral, rapport financier, renouvellement du tiers sortant du conseil d'administration, montant de la cotisation, questions diverses.",
            "Si vous ne pouvez être présent, vous pouvez donner pouvoir à un autre adhérent à jour de sa cotisation. Un verre de l'amitié clôturera la réunion.",
        ],
    ),
    (
        "Remerciements pour votre don",
        &[
            "Votre générosité nous touche et nous vous en remercions très chaleureusement.",
            "Grâce à vous, nos bénévoles ont pu distribuer cet hiver plus de douze mille repas. Vous recevrez au printemps un reçu fiscal ouvrant droit à une réduction d'impôt de 75 % dans la \
             limite du plafond légal.",
            "Nous serions heureux de vous accueillir lors de notre journée portes ouvertes.",
        ],
    ),
];

struct Facts {
    firm: Firm,
    to: Citizen,
    day: Day,
    matter: Matter,
    ours: String,
    theirs: String,
    file: String,
    signer: Citizen,
}

fn letter(d: &mut Desk<'_, '_>) {
    let kind = d.rng.below(4);
    let matter = d.rng.choose([INSURER, BANK, FIRM, CLUB][kind]);
    let name = match kind {
        0 => one(d, &["MAAF Assurances", "GROUPAMA", "Mutuelle Bleue", "Assurances du Midi", "AXA France IARD"])
            .to_owned(),
        1 => one(d, &["Crédit Coopératif", "Banque Courtois", "Crédit Agricole Normandie", "LCL", "Banque de Savoie"])
            .to_owned(),
        2 => seller(&mut d.rng).1.name,
        _ => format!(
            "{} {}",
            one(d, &["Association Les Amis de", "Comité des fêtes de", "Secours populaire de", "Amicale laïque de"]),
            surname(&mut d.rng)
        ),
    };
    let letters: String = (0..3).map(|_| d.rng.capital()).collect();
    let year = d.rng.between(2012, 2026);
    let facts = Facts {
        firm: Firm::named(&name, "6512Z", &mut d.rng),
        to: Citizen::random(&mut d.rng),
        day: (year, d.rng.between(1, 12), d.rng.between(1, 28)),
        matter,
        ours: format!("{letters}/{}", d.rng.digits(6)),
        theirs: match d.rng.below(2) {
            0 => format!("{}{}", d.rng.capital(), d.rng.digits(8)),
            _ => format!("{}-{:02}", d.rng.digits(5), year % 100),
        },
        file: file_number(d),
        signer: Citizen::random(&mut d.rng),
    };
    match if kind == 3 { 2 } else { d.rng.below(3) } {
        0 => margin(d, &facts),
        1 => table(d, &facts),
        _ => centred(d, &facts, kind == 3),
    }
}

const CLOSINGS: &[&str] = &[
    "Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées.",
    "Veuillez croire, Madame, Monsieur, à l'assurance de nos sentiments dévoués.",
    "Restant à votre disposition, nous vous prions de recevoir nos sincères salutations.",
    "Cordialement,",
];

fn hello(d: &mut Desk<'_, '_>, f: &Facts) -> &'static str {
    if d.rng.chance(0.4) {
        "Madame, Monsieur,"
    } else if f.to.who.sex == 'M' {
        "Cher Monsieur,"
    } else {
        "Chère Madame,"
    }
}

/// Who signs, and for what.
fn signed((x, y): (f32, f32), f: &Facts, s: f32, d: &mut Desk<'_, '_>) {
    let t = roman(d, s);
    put(
        "",
        (x, y, 190.0),
        one(
            d,
            &["Le service clientèle", "La direction", "Votre conseiller", "Le responsable de secteur", "La présidente"],
        ),
        &t,
        L,
        d,
    );
    marks::signature(d.c, x + 10.0, y + 32.0, 100.0, &mut d.rng);
    put("", (x, y + 66.0, 190.0), &f.signer.who.full(), &t, L, d);
}

fn legal(f: &Facts, d: &mut Desk<'_, '_>) {
    let at = d.c.height - 40.0;
    let lines = [
        format!("{} - {} au capital de {} € - {}", f.firm.name, f.firm.form, f.firm.capital, f.firm.register()),
        format!("Siège social : {} - {}", f.firm.seat.join(" "), f.firm.web),
    ];
    foot(at, &lines, 7.0, &[], d);
}

fn margin(d: &mut Desk<'_, '_>, f: &Facts) {
    // References in a narrow column at the left, the letter beside it.
    let s = d.rng.range(9.8, 10.6);
    let (x0, x1) = (40.0, d.c.width - 50.0);
    let l = x0 + 128.0;
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.6), heavy(d, s - 1.2));
    emblem(x0, 30.0, 48.0, d);
    put("sender", (l, 54.0, 260.0), &f.firm.name, &heavy(d, 16.0), L, d);
    address("", (l, 68.0, 260.0), &f.firm.seat, &small, d);
    let mut y = 146.0;
    for (label, field, value) in [
        (one(d, &["Nos références", "N/Réf.", "Notre référence"]), "our_reference", &f.ours),
        (one(d, &["Vos références", "V/Réf.", "Votre référence"]), "your_reference", &f.theirs),
        (one(d, &["Dossier n°", "N° de dossier", "Dossier"]), "file_number", &f.file),
        (one(d, &["Téléphone", "Votre contact", "Tél."]), "phone", &f.firm.phone),
        (one(d, &["Courriel", "E-mail", "Mail"]), "email", &f.firm.mail),
    ] {
        put("", (x0, y, 112.0), label, &small, L, d);
        put(field, (x0, y + 11.0, 112.0), value, &bold, L, d);
        y += 30.0;
    }
    address("recipient", (d.c.width * 0.54, 128.0, 220.0), &f.to.block(), &roman(d, s + 0.8), d);
    let date = letter_day(d, f.day);
    line((d.c.width * 0.54, 204.0), &format!("{}, le {date}", f.firm.town), &t, &[("date", &date)], d);
    let label = one(d, &["Objet :", "OBJET :", "Concerne :"]);
    line((l, 250.0), &format!("{label} {}", f.matter.0), &heavy(d, s), &[("subject", f.matter.0)], d);
    let (hi, bye) = (hello(d, f), one(d, CLOSINGS));
    let y = body((l, 284.0, x1 - l), &said(hi, f.matter.1, bye), &t, 0.0, d) + 12.0;
    signed((l + 180.0, y), f, s, d);
    legal(f, d);
}

fn table(d: &mut Desk<'_, '_>, f: &Facts) {
    let s = d.rng.range(10.0, 10.8);
    let (x0, x1, w) = (52.0, d.c.width - 52.0, d.c.width);
    let (t, small) = (roman(d, s), roman(d, s - 1.4));
    // The sender's name at the right, the window at the left.
    emblem(x1 - 52.0, 26.0, 46.0, d);
    put("sender", (w * 0.46, 88.0, x1 - w * 0.46), &capitals(&f.firm.name, true), &heavy(d, 13.0), R, d);
    put("", (w * 0.46, 101.0, x1 - w * 0.46), &f.firm.seat.join(" - "), &small, R, d);
    let tel = format!("{} {}", one(d, &["Tél. :", "Téléphone :", "Standard :"]), f.firm.phone);
    let width = d.c.measure(&tel, &small, &mut d.rng);
    line((x1 - width, 114.0), &tel, &small, &[("phone", &f.firm.phone)], d);
    let mail = format!("{} {}", one(d, &["E-mail :", "Courriel :", "@ :"]), f.firm.mail);
    let width = d.c.measure(&mail, &small, &mut d.rng);
    line((x1 - width, 127.0), &mail, &small, &[("email", &f.firm.mail)], d);
    address("recipient", (x0, 152.0, 230.0), &f.to.block(), &roman(d, s + 0.6), d);
    let u = (x1 - x0) / 4.0;
    let date = letter_day(d, f.day);
    let items = [
        (u, one(d, &["Vos réf.", "V/Réf.", "Vos références"]), "your_reference", f.theirs.as_str()),
        (u, one(d, &["Nos réf.", "N/Réf.", "Nos références"]), "our_reference", f.ours.as_str()),
        (u, one(d, &["N° dossier", "Dossier", "N° de dossier"]), "file_number", f.file.as_str()),
        (u, one(d, &["Date", "Le", "Date du courrier"]), "date", date.as_str()),
    ];
    cells((x0, 222.0, 34.0), &items, s - 0.6, d);
    let label = one(d, &["Objet :", "Objet", "Objet de notre courrier :"]);
    line((x0, 284.0), &format!("{label} {}", f.matter.0), &heavy(d, s), &[("subject", f.matter.0)], d);
    let (hi, bye) = (hello(d, f), one(d, CLOSINGS));
    let y = body((x0, 316.0, x1 - x0), &said(hi, f.matter.1, bye), &t, 0.0, d) + 12.0;
    signed((x0, y), f, s, d);
    let y = d.c.height - 92.0;
    text(
        (x0, y, x1 - x0),
        "En cas de réclamation, adressez-vous d'abord à votre interlocuteur habituel. Si le désaccord persiste, vous pouvez saisir gratuitement le médiateur dont les \
        coordonnées figurent sur notre site.",
        &small,
        false,
        d,
    );
    legal(f, d);
}

fn centred(d: &mut Desk<'_, '_>, f: &Facts, club: bool) {
    let s = d.rng.range(10.6, 11.6);
    let (x0, x1, w) = (62.0, d.c.width - 62.0, d.c.width);
    let t = roman(d, s);
    put("sender", (x0, 60.0, x1 - x0), &f.firm.name, &heavy(d, 18.0), C, d);
    let about = if club {
        "Association régie par la loi du 1er juillet 1901"
    } else {
        one(d, &["Depuis 1954 à votre service", "Partenaire des particuliers et des professionnels"])
    };
    put("", (x0, 75.0, x1 - x0), about, &slanted(d, s - 1.0), C, d);
    let where_ = format!("{} - {} - Tél. {} - {}", f.firm.seat[0], f.firm.seat[1], f.firm.phone, f.firm.mail);
    line((x0, 90.0), &where_, &roman(d, s - 2.4), &[("phone", &f.firm.phone), ("email", &f.firm.mail)], d);
    d.rule(x0, 97.0, x1, 97.0, 0.7);
    let date = letter_day(d, f.day);
    line(
        (w * 0.55, 128.0),
        &format!("{} {}, le {date}", one(d, &["À", "", "Fait à"]), f.firm.town),
        &t,
        &[("date", &date)],
        d,
    );
    address("recipient", (w * 0.55, 162.0, x1 - w * 0.55), &f.to.block(), &t, d);
    let mut y = 244.0;
    line(
        (x0, y),
        &format!("{} {}", one(d, &["Objet :", "Objet :", "OBJET :"]), f.matter.0),
        &t,
        &[("subject", f.matter.0)],
        d,
    );
    y += s * 1.5;
    if !club {
        kv("our_reference", (x0, 0.0, y), one(d, &["N/Réf. :", "Nos réf. :", "Réf. :"]), &f.ours, (&t, &t), d);
        y += s * 1.5;
    }
    let (hi, bye) = (hello(d, f), one(d, CLOSINGS));
    let y = body((x0, y + s * 1.8, x1 - x0), &said(hi, f.matter.1, bye), &t, 20.0, d) + 12.0;
    signed((w * 0.56, y), f, s, d);
    if club {
        let at = d.c.height - 36.0;
        foot(at, &[format!("SIRET {} - W{} - déclarée en préfecture", f.firm.siret, d.rng.digits(9))], 7.4, &[], d);
    } else {
        legal(f, d);
    }
}
