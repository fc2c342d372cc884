//! Letters of firms to their clients, and of private people to whomever they write.

use super::trade_kit::{
    Firm, Look, Person, Place, beside, foot, later, list, look, mark, phone, put, put_right, set, stack, written,
};
use super::trade_letter::{amount, block, body, close, home, letter_day, place_and_date, signed, subject};
use super::trade_sale::{BUILDING, PUBLIC_BUYERS, SERVICES, SUPPLIES};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[
    Page::a4("courrier_entreprise", insurer),
    Page::a4("courrier_entreprise", supplier),
    Page::a4("courrier_entreprise", manager),
    Page::a4("courrier_particulier", classic),
    Page::a4("courrier_particulier", cancelling),
    Page::a4("courrier_particulier", complaint),
    Page::a4("courrier_particulier", friendly),
];

/// An insurer or a bank: contract and file in the margin, sober type, mediator in the foot.
fn insurer(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 10.8, 52.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2005);
    let firm = Firm::named(
        &[
            "MAIF", "Groupama Loire Bretagne", "AXA Assurances - Agence Rabier", "Macif", "Banque Kolb",
            "Harmonie Mutuelle", "Pacifica",
        ],
        &mut d.rng,
    );
    set(d, "sender", x0, 62.0, 230.0, &firm.name, &l.h);
    let lines = firm.place.lines(&mut d.rng);
    let y = stack(d, "", (x0, 62.0 + l.lead * 1.3, 220.0), &lines, &l.s, l.lead);
    let rows = [
        ("phone", d.rng.pick(&["Tél. :", "Téléphone :", "Tél"]), firm.phone.clone()),
        ("email", "Courriel :", firm.mail.clone()),
        ("", d.rng.pick(&["Sociétaire n° :", "N° client :"]), d.rng.digits(7)),
        (
            "file_number",
            d.rng.pick(&["N° de dossier :", "Dossier n° :", "Dossier sinistre :"]),
            format!("{}{}", d.rng.capital(), d.rng.digits(9)),
        ),
        (
            "our_reference",
            d.rng.pick(&["Nos réf. :", "Nos références :"]),
            format!("{}/{}", d.rng.digits(3), d.rng.capital()),
        ),
    ];
    let y = list(d, (x0, x0, 230.0), y + l.lead, &rows, (&l.s, &l.s), l.lead);
    let person = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &person);
    block(d, "recipient", (w * 0.54, 132.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let mut y = y + l.lead;
    place_and_date(d, w * 0.54, y, firm.place.town, &date, &l.n);
    y += l.lead * 2.2;
    let what = d.rng.pick(&[
        "Votre sinistre dégât des eaux",
        "Modification de vos conditions tarifaires",
        "Résiliation de votre contrat automobile à l'échéance",
        "Votre demande de prêt immobilier : accord de principe sous réserve de l'étude complète de votre dossier",
        "Votre adhésion à la complémentaire santé",
    ]);
    y = subject(d, (x0, y, x1 - x0), "Objet :", what, (&l.b, &l.n)) + l.lead;
    let call = person.title(true);
    put(d, x0, y, 200.0, &format!("{call},"), &l.n);
    let sum = amount(&mut d.rng, 8_000, 300_000);
    let texts = [
        format!(
            "Nous faisons suite à votre déclaration du {} et vous remercions de la confiance que vous nous \
            accordez.",
            written(later(when, -18))
        ),
        format!(
            "Après étude, nous vous confirmons la prise en charge à hauteur de {sum}, déduction faite de la franchise \
            prévue aux conditions particulières."
        ),
        "Le règlement interviendra par virement dans les dix jours qui suivent la réception des justificatifs. Votre \
            conseiller se tient à votre disposition."
            .to_owned(),
        close(&mut d.rng, call),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.4, x1 - x0), &texts, l.lead * 0.7);
    let name = Person::random(&mut d.rng).name();
    signed(d, &l, (w * 0.56, y + l.lead), &["Votre gestionnaire,".to_owned(), name]);
    let law = firm.law(&mut d.rng);
    foot(d, &[law, "Médiation de l'assurance - TSA 50110 - 75441 Paris Cedex 09".to_owned()], &l.t);
}

/// One firm to another or to a town: a logo, references in a row under the head.
fn supplier(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.2, 58.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 1998);
    let firm = if d.rng.chance(0.5) { BUILDING.firm(&mut d.rng) } else { SUPPLIES.firm(&mut d.rng) };
    marks::logo(d.c, x1 - 60.0, 48.0, 24.0, &mut d.rng);
    set(d, "sender", x0, 60.0, 260.0, &firm.name, &l.h);
    let line = firm.place.lines(&mut d.rng).join(" - ");
    put(d, x0, 60.0 + l.lead * 1.3, 300.0, &line, &l.s);
    beside(d, "phone", x0, 0.0, 60.0 + l.lead * 2.3, 200.0, ("Tél.", &firm.phone), (&l.s, &l.s));
    set(d, "email", x0, 60.0 + l.lead * 3.3, 220.0, &firm.mail, &l.s);
    let mut lines = vec![d.rng.pick(PUBLIC_BUYERS).to_owned()];
    if d.rng.chance(0.6) {
        lines = vec![SERVICES.firm(&mut d.rng).name];
    }
    lines.push(format!("À l'attention de {}", Person::random(&mut d.rng).titled(&mut d.rng)));
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    let y = block(d, "recipient", (w * 0.53, 138.0, x1 - w * 0.53), &lines, &l.n, l.lead);
    let mut y = y + l.lead * 1.6;
    let named =
        d.rng.choose(&[["N/Réf. :", "V/Réf. :"], ["Nos références :", "Vos références :"], ["Nos réf.", "Vos réf."]]);
    let yours = format!("{} du {}", d.rng.digits(4), written(later(when, -12)));
    let mine = format!("{}{}/{:02}-{}", d.rng.capital(), d.rng.capital(), when.0 % 100, d.rng.digits(3));
    beside(d, "your_reference", x0, 0.0, y, 210.0, (named[1], &yours), (&l.s, &l.s));
    beside(d, "our_reference", x0, 0.0, y + l.lead, 210.0, (named[0], &mine), (&l.s, &l.s));
    place_and_date(d, w * 0.53, y, firm.place.town, &date, &l.n);
    y += l.lead * 2.8;
    let what = d.rng.pick(&[
        "Confirmation de votre commande",
        "Retard de livraison",
        "Évolution de nos tarifs au 1er janvier prochain et nouvelles conditions de livraison",
        "Transfert de nos bureaux",
        "Réponse à votre appel d'offres",
        "Changement de nos coordonnées bancaires",
    ]);
    let label = d.rng.pick(&["Objet :", "OBJET :", "Objet"]);
    y = subject(d, (x0, y, x1 - x0), label, what, (&l.b, &l.b)) + l.lead;
    put(d, x0, y, 200.0, "Madame, Monsieur,", &l.n);
    let texts = [
        "Nous avons bien reçu votre demande et vous remercions de l'intérêt que vous portez à nos produits.".to_owned(),
        format!(
            "Comme convenu avec notre service commercial, la mise à disposition est prévue pour le {}. Notre \
                correspondant prendra contact avec vous \
             afin d'en fixer les modalités pratiques.",
            written(later(when, 21))
        ),
        "Nous restons à votre disposition pour tout renseignement complémentaire.".to_owned(),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.8);
    let name = Person::random(&mut d.rng).name();
    let post = d.rng.pick(&["Le directeur commercial,", "La gérante,", "Le service clientèle,"]);
    signed(d, &l, (w * 0.56, y + l.lead), &[post.to_owned(), name]);
    if d.rng.chance(0.4) {
        put(d, x0, d.c.height - 60.0, 250.0, "P.J. : une documentation", &l.s);
    }
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// A manager of property to the owners, or a mail-order house: the head at the foot, little above.
fn manager(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 10.8, 56.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2010);
    let firm = Firm::named(
        &[
            "Syndic Bel Air Gestion", "IMMO DE FRANCE Ain", "Camif", "Otis", "Securitas Direct", "Dalkia Sud-Ouest",
            "La Redoute",
        ],
        &mut d.rng,
    );
    put_right(d, x1, 66.0, 240.0, &firm.name, &l.h);
    let person = Person::random(&mut d.rng);
    let lines = home(&mut d.rng, &person);
    let since = d.c.lines.len();
    let y = stack(d, "recipient", (w * 0.54, 130.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    mark(d, since.saturating_sub(1), "sender", &firm.name);
    let mut y = y + l.lead * 1.2;
    place_and_date(d, w * 0.54, y, firm.place.town, &date, &l.n);
    y += l.lead * 2.0;
    let rows = [
        ("file_number", d.rng.pick(&["Dossier :", "N° de dossier"]), d.rng.digits(6)),
        (
            "",
            d.rng.pick(&["Immeuble :", "Votre contrat :"]),
            format!("{}{}", d.rng.pick(&["Les Platanes - ", "C"]), d.rng.digits(4)),
        ),
        ("", "Interlocuteur :", Person::random(&mut d.rng).name()),
    ];
    y = list(d, (x0, x0 + 88.0, 260.0), y, &rows, (&l.s, &l.n), l.lead) + l.lead;
    let what = d.rng.pick(&[
        "Convocation à l'assemblée générale annuelle des copropriétaires",
        "Visite d'entretien de votre installation",
        "Travaux de ravalement, calendrier",
        "Votre réclamation du mois dernier concernant l'ascenseur de la résidence et la fermeture du hall",
    ]);
    y = subject(d, (x0, y, x1 - x0), "OBJET :", what, (&l.b, &l.n)) + l.lead;
    let call = d.rng.pick(&["Madame, Monsieur,", "Cher client,", "Chère cliente, cher client,"]);
    put(d, x0, y, 200.0, call, &l.n);
    let texts = [
        format!("Nous avons le plaisir de vous informer que l'intervention est programmée le {} entre 8 heures et 12 \
            heures.", written(later(when, 15))),
        "Si cette date ne vous convenait pas, merci de nous en avertir au plus tôt par téléphone ou depuis votre espace \
            client, afin de convenir d'un autre \
         rendez-vous. En cas d'absence non signalée, le déplacement pourra être facturé."
            .to_owned(),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.8);
    signed(d, &l, (x0, y + l.lead), &["Le service clients".to_owned(), firm.name.clone()]);
    d.rule(x0, d.c.height - 66.0, x1, d.c.height - 66.0, 0.6);
    let line = firm.place.lines(&mut d.rng).join(" - ");
    put(d, x0, d.c.height - 52.0, 300.0, &line, &l.s);
    beside(d, "phone", w * 0.6, 0.0, d.c.height - 52.0, x1 - w * 0.6, ("Tél. :", &firm.phone), (&l.s, &l.s));
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// Name, address and numbers of who writes; returns the next baseline.
fn writer(d: &mut Desk<'_, '_>, l: &Look, me: &Person, place: &Place, (x, y): (f32, f32)) -> f32 {
    let mut lines = vec![if d.rng.chance(0.6) { me.name() } else { me.titled(&mut d.rng) }];
    lines.extend(place.lines(&mut d.rng));
    let mut y = block(d, "sender", (x, y, 220.0), &lines, &l.n, l.lead);
    if d.rng.chance(0.7) {
        let call = phone(&mut d.rng);
        let label = d.rng.pick(&["Tél. :", "Tél", "Portable :"]);
        beside(d, "phone", x, 0.0, y, 220.0, (label, &call), (&l.n, &l.n));
        y += l.lead;
    }
    if d.rng.chance(0.5) {
        let mail = me.mail(&mut d.rng);
        set(d, "email", x, y, 220.0, &mail, &l.n);
        y += l.lead;
    }
    y
}

/// Where a private letter goes to.
fn reader(rng: &mut Rng) -> Vec<String> {
    let mut lines = match rng.below(4) {
        0 => vec!["Monsieur le Maire".to_owned(), rng.pick(&["Hôtel de Ville", "Mairie"]).to_owned()],
        1 => vec![
            "Madame la Directrice".to_owned(),
            rng.pick(&["Caisse d'allocations familiales", "École Jules Verne"]).to_owned(),
        ],
        2 => {
            vec![rng.pick(&["Service des impôts des particuliers", "Service clients SFR", "Agence Foncia"]).to_owned()]
        }
        _ => vec![Person::random(rng).titled(rng)],
    };
    lines.extend(Place::random(rng).lines(rng));
    lines
}

/// As taught at school: who writes at the left, to whom at the right, place and date, subject, request.
fn classic(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.4, 12.0, 64.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 1994);
    let (me, place) = (Person::random(&mut d.rng), Place::random(&mut d.rng));
    writer(d, &l, &me, &place, (x0, 70.0));
    let lines = reader(&mut d.rng);
    let y = block(d, "recipient", (w * 0.54, 76.0 + l.lead * 6.0, x1 - w * 0.54), &lines, &l.n, l.lead) + l.lead;
    place_and_date(d, w * 0.54, y, place.town, &date, &l.n);
    let mut y = y + l.lead * 3.0;
    if d.rng.chance(0.8) {
        let what = d.rng.pick(&[
            "Demande de subvention pour notre association de quartier",
            "Demande d'un délai de paiement",
            "demande de place en crèche",
            "Stationnement gênant rue du Moulin",
            "Demande de dérogation à la carte scolaire pour l'inscription de mon fils en classe de sixième",
            "demande de logement plus grand",
        ]);
        let label = d.rng.pick(&["Objet :", "Objet:", "OBJET :"]);
        y = subject(d, (x0, y, x1 - x0), label, what, (&l.n, &l.n)) + l.lead;
    }
    let call = d.rng.pick(&["Madame, Monsieur,", "Monsieur le Maire,", "Madame la Directrice,"]);
    put(d, x0, y, 220.0, call, &l.n);
    let texts = [
        "Je me permets de vous écrire pour vous exposer ma situation et solliciter votre bienveillance.".to_owned(),
        format!(
            "Depuis le {}, nous rencontrons en effet des difficultés qui nous ont conduits à cette démarche. Vous \
                trouverez ci-joint les justificatifs utiles à l'étude de ma demande.",
            written(later(when, -70))
        ),
        "Je reste à votre disposition pour vous rencontrer ou vous fournir tout complément d'information.".to_owned(),
        close(&mut d.rng, call.trim_end_matches(',')),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.6, x1 - x0), &texts, l.lead * 0.8);
    signed(d, &l, (w * 0.58, y + l.lead * 1.5), &[me.name()]);
}

/// Ending a contract: numbers of the client and of the contract, registered mail.
fn cancelling(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.2, 11.4, 66.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 2004);
    let (me, place) = (Person::random(&mut d.rng), Place::random(&mut d.rng));
    let y = writer(d, &l, &me, &place, (x0, 76.0));
    let named = d.rng.pick(&["Vos références :", "V/Réf. :", "Vos réf. :"]);
    let client = format!("{}{}", d.rng.pick(&["", "C", "FR"]), d.rng.digits(8));
    beside(d, "your_reference", x0, 0.0, y + l.lead, 220.0, (named, &client), (&l.n, &l.n));
    let firm = SERVICES.firm(&mut d.rng);
    let mut lines = vec![firm.name.clone(), "Service résiliation".to_owned()];
    lines.extend(firm.place.lines(&mut d.rng));
    let y = block(d, "recipient", (w * 0.55, y + l.lead * 1.5, x1 - w * 0.55), &lines, &l.n, l.lead);
    let mut y = y + l.lead * 2.0;
    let what = d.rng.pick(&[
        "Résiliation de mon abonnement",
        "Résiliation de contrat d'assurance (loi Hamon)",
        "Préavis de départ du logement que j'occupe actuellement, réduit à un mois",
        "Opposition à un prélèvement",
        "Rétractation",
    ]);
    y = subject(d, (x0, y, x1 - x0), "Objet :", what, (&l.b, &l.b)) + l.lead * 0.4;
    put(d, x0, y, 260.0, "Lettre recommandée avec A.R.", &l.i);
    y += l.lead * 2.0;
    place_and_date(d, x0, y, place.town, &date, &l.n);
    y += l.lead * 2.0;
    put(d, x0, y, 200.0, "Madame, Monsieur,", &l.n);
    let texts = [
        "Par la présente, je vous informe de ma volonté de mettre fin au contrat cité en référence.".to_owned(),
        format!(
            "Cette résiliation prendra effet le {}, dans le respect du préavis contractuel. Je vous demande de cesser \
                tout prélèvement à compter de cette date.",
            written(later(when, 30))
        ),
        "Je vous remercie de m'adresser une confirmation écrite ainsi qu'un arrêté de compte.".to_owned(),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.6, x1 - x0), &texts, l.lead * 0.8);
    signed(d, &l, (x0, y + l.lead), &[me.name()]);
}

/// To a firm about a purchase gone wrong, everything flush left as programmes write.
fn complaint(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.2, 72.0);
    let (x0, x1) = (d.x0(), d.x1());
    let (when, date) = letter_day(&mut d.rng, 2008);
    let (me, place) = (Person::random(&mut d.rng), Place::random(&mut d.rng));
    let mut y = writer(d, &l, &me, &place, (x0, 82.0)) + l.lead;
    let firm = SUPPLIES.firm(&mut d.rng);
    let mut lines = vec![format!("{} - Service après-vente", firm.name)];
    lines.extend(firm.place.lines(&mut d.rng));
    y = block(d, "recipient", (x0, y, 260.0), &lines, &l.n, l.lead) + l.lead;
    place_and_date(d, x0, y, place.town, &date, &l.n);
    y += l.lead * 2.0;
    let order = format!("commande n° {}", d.rng.digits(7));
    let what = format!("{} - {order}", d.rng.pick(&["Réclamation", "Appareil défectueux", "Demande de remboursement"]));
    y = subject(d, (x0, y, x1 - x0), "Objet :", &what, (&l.n, &l.n)) + l.lead;
    put(d, x0, y, 200.0, "Bonjour,", &l.n);
    let sum = amount(&mut d.rng, 2_000, 90_000);
    let texts = [
        format!(
            "J'ai acheté le {} dans votre magasin un appareil au prix de {sum}. Il est tombé en panne trois semaines \
            plus tard.",
            written(later(when, -60))
        ),
        "Je vous l'ai rapporté, mais on m'a opposé un refus de garantie que je conteste : la garantie légale de \
            conformité s'applique pendant deux ans."
            .to_owned(),
        "Je vous demande donc l'échange ou le remboursement de l'appareil sous quinzaine.".to_owned(),
        close(&mut d.rng, "Madame, Monsieur"),
    ];
    y = body(d, &l, (x0, y + l.lead * 1.5, x1 - x0), &texts, l.lead * 0.8);
    signed(d, &l, (x0, y + l.lead), &[me.name()]);
    put(d, x0, d.c.height - 66.0, 260.0, "PJ : ticket de caisse, photos", &l.s);
}

/// To kin or a neighbour: no subject, no references.
fn friendly(d: &mut Desk<'_, '_>) {
    let l = look(d, 11.0, 12.6, 76.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (when, date) = letter_day(&mut d.rng, 1980);
    let (me, other) = (Person::random(&mut d.rng), Person::random(&mut d.rng));
    let place = Place::random(&mut d.rng);
    place_and_date(d, w * 0.56, 90.0, place.town, &date, &l.n);
    let call = match d.rng.below(4) {
        0 => format!("Cher{} {},", other.agree("", "e"), other.first),
        1 => "Chers voisins,".to_owned(),
        2 => "Bien chers amis,".to_owned(),
        _ => format!("Ma{} {},", other.agree("n cher", " chère"), other.first).replace("Man", "Mon"),
    };
    put(d, x0, 90.0 + l.lead * 3.0, 240.0, &call, &l.n);
    let texts = [
        "Voilà bien longtemps que je n'avais pas pris la plume et tu voudras bien m'en excuser. Ici tout le monde se \
            porte bien malgré le froid de ces derniers jours.".to_owned(),
        format!("Nous serons à la maison jusqu'au {}, et les enfants seraient ravis de vous voir. Le jardin a bien donné \
            cette année : je vous garde des confitures de mirabelles.", written(later(when, 40))),
        "Maman a été opérée de la hanche, elle marche déjà avec une canne. Elle t'embrasse et me charge de te dire merci \
            pour les photos du mariage.".to_owned(),
        "N'oublie pas de me rendre réponse pour Pâques, il faut que je réserve le gîte avant la fin du mois.".to_owned(),
        d.rng.pick(&["Je vous embrasse bien fort.", "Bien affectueusement,", "Amitiés à vous tous,"]).to_owned(),
    ];
    let y = body(d, &l, (x0, 90.0 + l.lead * 5.0, x1 - x0), &texts, l.lead * 0.7);
    signed(d, &l, (w * 0.58, y + l.lead), std::slice::from_ref(&me.first));
}
