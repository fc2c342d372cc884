//! What papers of trade say: who sells what to whom, at what price, and how each kind of paper words it.

use super::super::facts::{Day, day, figures, written};
use super::c_kit::{Firm, Row, address, firm, home, iban, later, money};
use crate::pages::desk::Desk;
use crate::text::bic;

/// What sets one kind of paper apart from the others.
pub(super) struct Sort {
    pub(super) titles: &'static [&'static str],
    /// Labels of the number and the field that it is.
    pub(super) numbers: (&'static [&'static str], &'static str),
    pub(super) date: &'static str,
    pub(super) prefixes: &'static [&'static str],
    pub(super) due: (&'static [&'static str], &'static str),
    pub(super) ends: &'static [&'static str],
}

pub(super) const INVOICE: Sort = Sort {
    titles: &["FACTURE", "Facture", "FACTURE CLIENT", "FACTURE"],
    numbers: (&["N° de facture", "Facture n°", "Numéro", "N° facture :"], "invoice_number"),
    date: "invoice_date",
    prefixes: &["FA", "F-", "FAC", "FC", ""],
    due: (&["Échéance", "Date d'échéance", "À régler avant le", "Échéance :"], "due_date"),
    ends: &[
        "En cas de retard de paiement, application de pénalités au taux de trois fois le taux d'intérêt légal et d'une \
         indemnité forfaitaire de 40 € pour frais de recouvrement (art. L. 441-10 du code de commerce).",
        "Escompte pour paiement anticipé : néant. Les marchandises restent notre propriété jusqu'au paiement intégral.",
    ],
};
pub(super) const ORDER: Sort = Sort {
    titles: &["BON DE COMMANDE", "Bon de commande", "COMMANDE CLIENT", "BON DE COMMANDE"],
    numbers: (&["N° de commande", "Commande n°", "Numéro de commande", "Notre n° de commande :"], "order_number"),
    date: "order_date",
    prefixes: &["BC", "CF", "CDE-", "45000", "PO"],
    due: (&["Livraison souhaitée le", "Date de livraison", "À livrer le"], ""),
    ends: &[
        "Commande ferme à réception du présent bon daté et signé, accompagné d'un acompte de 30 %. Les délais de livraison sont \
         donnés à titre indicatif.",
        "Le client reconnaît avoir pris connaissance des conditions générales de vente figurant au verso.",
    ],
};
pub(super) const DELIVERY: Sort = Sort {
    titles: &["BON DE LIVRAISON", "Bon de livraison", "BORDEREAU DE LIVRAISON", "BON DE LIVRAISON"],
    numbers: (&["N° de BL", "Bon de livraison n°", "BL n°", "Numéro"], "note_number"),
    date: "note_date",
    prefixes: &["BL", "BL-", "L", "LIV", "8"],
    due: (&["Expédié le", "Date d'expédition", "Tournée du"], ""),
    ends: &[
        "Marchandise reçue en bon état et conforme à la commande. Réserves éventuelles à porter sur le présent bon et à \
         confirmer au transporteur par lettre recommandée sous trois jours.",
        "Les palettes Europe sont consignées. Aucune réclamation ne sera admise après 48 heures.",
    ],
};
pub(super) const QUOTE: Sort = Sort {
    titles: &["DEVIS", "Devis", "PROPOSITION COMMERCIALE - DEVIS", "DEVIS ESTIMATIF"],
    numbers: (&["Devis n°", "N° de devis", "Numéro", "N° :"], "quote_number"),
    date: "quote_date",
    prefixes: &["DE", "D-", "DEV", "DV", ""],
    due: (&["Valable jusqu'au", "Offre valable jusqu'au", "Validité :"], "due_date"),
    ends: &[
        "Devis gratuit. Acompte de 30 % à la commande, solde à réception de la facture. Date et signature du client précédées \
         de la mention « Bon pour accord ».",
        "Assurance décennale souscrite auprès de la MAAF, contrat couvrant la France métropolitaine. Le client dispose d'un \
         droit de rétractation de quatorze jours.",
    ],
};

/// A trade: names of firms, and what they sell with its unit and its price in cents.
type Trade = (&'static [&'static str], &'static [(&'static str, &'static str, u64)]);

const TRADES: &[Trade] = &[
    (
        &["Plomberie Kerouanton", "SARL Thermi-Confort 44", "Chauffage Delorme & Fils"],
        &[
            ("Dépose de l'ancien ballon d'eau chaude", "F", 12_000),
            ("Chauffe-eau électrique 200 L vertical", "U", 48_900),
            ("Groupe de sécurité inox 3/4", "U", 3_450),
            ("Tube cuivre écroui 14/16", "ml", 985),
            ("Main-d'œuvre plombier", "h", 4_800),
            ("Déplacement zone 2", "F", 3_500),
            ("Robinet thermostatique", "U", 2_790),
        ],
    ),
    (
        &["Papeterie Méridionale", "BuroLine Fournitures", "Comptoir du Bureau"],
        &[
            ("Ramette papier A4 80 g blanc", "U", 389),
            ("Classeur à levier dos 80 mm", "U", 245),
            ("Stylo bille bleu, boîte de 50", "Bte", 1_290),
            ("Cartouche toner noir TN-2420", "U", 6_480),
            ("Enveloppe DL fenêtre, par 500", "Bte", 2_160),
            ("Agrafeuse 24/6 métal", "U", 1_155),
        ],
    ),
    (
        &["Ets Garrigues Matériaux", "Négoce Bois de l'Adour", "Brico-Pro Savoie"],
        &[
            ("Parpaing creux 20x20x50", "U", 142),
            ("Sac ciment CEM II 35 kg", "Sac", 895),
            ("Sable 0/4 lavé", "T", 3_120),
            ("Treillis soudé ST25C", "U", 5_460),
            ("Chevron sapin 63x75 traité", "ml", 410),
            ("Palette consignée", "U", 2_200),
        ],
    ),
    (
        &["Boissons du Ponant", "Maraîchers Réunis du Val", "Maison Peyrelongue Traiteur"],
        &[
            ("Eau plate 50 cl, pack de 24", "Pk", 612),
            ("Jus de pomme fermier 1 L", "Btl", 265),
            ("Café moulu 1 kg", "Kg", 1_140),
            ("Pommes de terre Charlotte cal. 35/50", "Kg", 98),
            ("Plateau repas froid", "U", 1_450),
            ("Consigne fût 30 L", "U", 3_000),
        ],
    ),
    (
        &["Novatis Informatique", "Atelier Web Cévenol", "Réseau & Systèmes 67"],
        &[
            ("Prestation d'infogérance mensuelle", "Mois", 39_000),
            ("Poste de travail i5 16 Go", "U", 74_900),
            ("Licence bureautique annuelle", "U", 12_480),
            ("Journée d'assistance sur site", "J", 62_000),
            ("Nom de domaine .fr, 1 an", "U", 1_200),
            ("Écran 24 pouces", "U", 15_990),
        ],
    ),
    (
        &["Espaces Verts Lamarque", "Net'Services Picardie", "Élagage Rouergat"],
        &[
            ("Tonte et ramassage, 1 200 m²", "F", 18_500),
            ("Taille de haie deux faces", "ml", 420),
            ("Nettoyage de vitres", "h", 2_750),
            ("Évacuation des déchets verts", "m3", 3_900),
            ("Désherbage manuel", "h", 3_100),
        ],
    ),
];

pub(super) const BUYERS: &[&str] = &[
    "Commune de Saint-Julien-les-Prés",
    "SAS Berthier Industries",
    "Lycée polyvalent Simone Veil",
    "EHPAD Les Glycines",
    "SCI du Vieux Port",
    "Association Familles Rurales",
    "Communauté de communes du Haut Vallon",
    "Garage Pineau",
    "Restaurant La Treille",
    "Centre hospitalier de la Côte",
    "Syndicat des copropriétaires Le Belvédère",
];

/// What a page of trade says, reckoned once.
pub(super) struct Deal {
    pub(super) seller: Firm,
    pub(super) buyer: Vec<String>,
    pub(super) when: Day,
    pub(super) date: String,
    pub(super) due: String,
    pub(super) number: String,
    pub(super) client: String,
    pub(super) order: String,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) ht: String,
    pub(super) tva: String,
    pub(super) ttc: String,
    pub(super) rate: &'static str,
    pub(super) iban: String,
    pub(super) bic: String,
}

pub(super) fn deal(d: &mut Desk<'_, '_>, sort: &Sort) -> Deal {
    let rng = &mut d.rng;
    let (names, goods) = rng.choose(TRADES);
    let style = rng.below(4);
    let (mut rows, mut ht) = (Vec::new(), 0);
    let from = rng.below(goods.len());
    let count = rng.between(3, goods.len() as i64) as usize;
    for i in 0..count {
        let (what, unit, price) = goods[(from + i) % goods.len()];
        let n = if price > 10_000 { rng.between(1, 3) } else { rng.between(1, 40) } as u64;
        let code = format!("{}{}", rng.capital(), rng.digits(5));
        ht += n * price;
        rows.push(vec![code, what.to_owned(), format!("{n}"), unit.to_owned(), money(price, 0), money(n * price, 0)]);
    }
    let (rate, tenths) = rng.choose(&[("20,00", 200), ("20", 200), ("10,00", 100), ("5,50", 55)]);
    let tva = (ht * tenths + 500) / 1000;
    let when = day(rng, 2009, 2026);
    let months = rng.between(1, 3);
    let mark = rng.pick(&["/", "/", "."]);
    let written_out = rng.chance(0.2);
    let spell = |day: Day| if written_out { written(day) } else { figures(day, mark) };
    let prefix = rng.pick(sort.prefixes);
    let mut buyer = vec![rng.pick(BUYERS).to_owned()];
    if rng.chance(0.3) {
        buyer = home(rng);
    } else {
        buyer.extend(address(rng));
    }
    let number = match rng.below(4) {
        0 => format!("{prefix}{}{}", when.0, rng.digits(4)),
        1 => format!("{prefix}{:02}{:02}-{}", when.0 % 100, when.1, rng.digits(3)),
        2 => format!("{prefix}{}", rng.digits(6)),
        _ => format!("{prefix}{}-{}", when.0, rng.digits(5)),
    };
    let client = match rng.below(3) {
        0 => format!("C{}", rng.digits(5)),
        1 => format!("411{}", rng.digits(5)),
        _ => rng.digits(6),
    };
    let order = format!("{}{}", rng.pick(&["CMD", "BC-", "45", "CC"]), rng.digits(6));
    Deal {
        seller: firm(rng.pick(names), rng),
        buyer,
        when,
        date: spell(when),
        due: spell(later(when, months)),
        number,
        client,
        order,
        rows,
        ht: money(ht, style),
        tva: money(tva, style),
        ttc: money(ht + tva, style),
        rate,
        iban: iban(rng),
        bic: bic(rng),
    }
}

/// The rows of totals.
pub(super) fn totals(deal: &Deal, d: &mut Desk<'_, '_>) -> Vec<Row> {
    let ht = d.rng.pick(&["Total HT", "Montant HT", "Total H.T.", "TOTAL HT"]);
    let tva = d.rng.pick(&["Total TVA", "Montant TVA", "T.V.A.", "TVA"]);
    let ttc = d.rng.pick(&["Total TTC", "NET À PAYER", "Montant TTC", "Total T.T.C."]);
    vec![(ht, deal.ht.clone(), "total_ht"), (tva, deal.tva.clone(), "total_tva"), (ttc, deal.ttc.clone(), "total_ttc")]
}

/// Number, date, client and the like, the order's number where the paper is not the order itself.
pub(super) fn metas(deal: &Deal, sort: &Sort, d: &mut Desk<'_, '_>) -> Vec<Row> {
    let (numbers, field) = sort.numbers;
    let date = d.rng.pick(&["Date", "Date d'émission", "En date du", "Date :"]);
    let client = d.rng.pick(&["N° client", "Code client", "Client n°", "Compte client"]);
    let mut rows = vec![(d.rng.pick(numbers), deal.number.clone(), field), (date, deal.date.clone(), sort.date)];
    if d.rng.chance(0.8) {
        rows.push((client, deal.client.clone(), "client_number"));
    }
    if matches!(field, "invoice_number" | "note_number") && d.rng.chance(0.7) {
        let label = d.rng.pick(&["Votre commande", "N° de commande", "Commande n°", "V/Cde"]);
        rows.push((label, deal.order.clone(), "order_number"));
    }
    rows.push((d.rng.pick(sort.due.0), deal.due.clone(), sort.due.1));
    rows
}
