//! Formal notices to pay or to act: of funds, works, agents of co-owners, firms, and of private persons.

use super::Page;
use super::mail::{column, footed, typed, window};
use super::offices::{Theme, written_by};
use super::people::euros;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, written};
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("mise_en_demeure", formal)];

/// Formal notices: sender, service, host, subject, what is owed, paragraphs after it, who signs.
const NOTICES: &[(Theme, &[&str])] = &[
    (
        (
            "URSSAF {s}",
            "Service recouvrement amiable",
            "urssaf.fr",
            "Mise en demeure - cotisations impayées",
            &[
                "Sauf règlement intervenu entre-temps, nos services constatent que vous restez redevable, au titre du trimestre échu le {d}, des sommes suivantes :",
                "En application de l'article L. 244-2 du code de la sécurité sociale, nous vous mettons en demeure de régler ce montant dans le délai d'un mois à compter de la réception de la présente. Passé ce délai, une contrainte pourra être décernée à votre encontre, sans autre avis, et signifiée par commissaire de justice à vos frais.",
                "Si vous contestez cette mise en demeure, vous pouvez saisir la commission de recours amiable dans les deux mois suivant sa réception. Un échéancier peut être sollicité sur votre espace en ligne.",
            ],
            "Le directeur, par délégation",
        ),
        &["Cotisations et contributions", "Majorations de retard", "Total dû"],
    ),
    (
        (
            "Régie des eaux {t}",
            "Service abonnés",
            "eaux-{h}.fr",
            "Mise en demeure avant poursuites",
            &[
                "Malgré notre rappel du {d}, les factures d'eau ci-dessous demeurent impayées à ce jour :",
                "Nous vous mettons en demeure de nous en régler le montant sous quinze jours. À défaut, le recouvrement sera confié au comptable public, qui procédera par saisie à tiers détenteur auprès de votre banque ou de votre employeur, et les pénalités prévues au règlement du service vous seront appliquées.",
                "Si vous rencontrez des difficultés, prenez contact sans attendre avec notre service ou avec le fonds de solidarité pour le logement de votre département. Si votre règlement a croisé ce courrier, veuillez ne pas en tenir compte.",
            ],
            "Le directeur de la régie",
        ),
        &["Facture du premier semestre", "Facture du second semestre", "Frais de relance", "Montant total à payer"],
    ),
    (
        (
            "Cabinet Syndic Morin",
            "Gestion de copropriétés",
            "syndic-morin.fr",
            "MISE EN DEMEURE - charges de copropriété",
            &[
                "Nous vous rappelons que, selon notre décompte arrêté au {d}, votre compte de copropriétaire présente un solde débiteur qui se décompose comme suit :",
                "Par la présente, qui vaut mise en demeure au sens de l'article 19-2 de la loi du 10 juillet 1965, nous vous sommons de vous acquitter de cette somme dans un délai de trente jours. À défaut, les provisions non encore échues deviendront immédiatement exigibles et le président du tribunal judiciaire sera saisi selon la procédure accélérée au fond.",
                "Les frais de la présente mise en demeure sont imputables au seul copropriétaire défaillant en vertu de l'article 10-1 de la même loi.",
            ],
            "Le gestionnaire",
        ),
        &[
            "Appel de fonds 3e trimestre", "Travaux de ravalement, 2e appel", "Frais de mise en demeure",
            "Solde débiteur",
        ],
    ),
    (
        (
            "Location Matériel du Centre",
            "Comptabilité clients",
            "lmc-location.fr",
            "Dernier avis avant contentieux - mise en demeure",
            &[
                "En dépit de nos relances successives, dont la dernière en date du {d}, nous n'avons toujours pas reçu le règlement de :",
                "Nous vous mettons donc en demeure, conformément à l'article 1344 du code civil, de nous faire parvenir la totalité de cette somme dans les huit jours suivant la réception de cette lettre. La présente fait courir les intérêts au taux légal.",
                "Passé ce délai, nous transmettrons le dossier à notre conseil aux fins d'injonction de payer devant le tribunal de commerce, et toute nouvelle location vous sera refusée. Nous souhaitons vivement que vous nous évitiez cette extrémité.",
            ],
            "Le chef comptable",
        ),
        &[
            "Location mini-pelle, facture du mois", "Carburant et remise en état",
            "Indemnité forfaitaire de recouvrement", "Reste dû",
        ],
    ),
];

fn formal(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let private = k.chance(0.3);
    let (theme, rows) = k.choose(NOTICES);
    let (mut m, home) = written_by(&theme, &mut k);
    m.sending = k
        .pick(&[
            "Lettre recommandée avec accusé de réception",
            "LRAR n° 2C 118 420 6631 5",
            "Recommandé avec avis de réception",
            "LETTRE RECOMMANDÉE AVEC A.R.",
        ])
        .to_owned();
    if k.chance(0.4) && !private {
        m.title = k.pick(&["MISE EN DEMEURE", "MISE EN DEMEURE DE PAYER", "Mise en demeure"]).to_owned();
    }
    let mut all = 0;
    let mut amounts = Vec::new();
    for (i, label) in rows.iter().enumerate() {
        let last = i + 1 == rows.len();
        let small = label.starts_with("Frais") || label.starts_with("Majorations") || label.starts_with("Indemnité");
        let cents = if last {
            all
        } else if small {
            k.between(12, 60) as u64 * 100
        } else {
            k.between(9_000, 140_000) as u64
        };
        all += cents;
        amounts.push(((*label).to_owned(), euros(cents)));
    }
    m.owed = amounts;
    m.closing = k
        .pick(&[
            "Nous vous prions d'agréer l'expression de nos salutations distinguées.",
            "Veuillez agréer nos salutations.",
            "Dans cette attente, recevez nos salutations distinguées.",
        ])
        .to_owned();
    let siren = codes::siren(&mut k);
    m.foot = vec![format!("{} - {} - SIREN {}", m.sender[0], m.sender[2], codes::grouped(&siren, &[3]))];
    if !private {
        return match d.rng.below(3) {
            0 => window(d, &m),
            1 => column(d, &m),
            _ => footed(d, &m),
        };
    }
    // A landlord, or who paid for works that were never done.
    let (owner, paid) = (Home::random(&mut k), day(&mut k, 2010, 2025));
    let rent = k.between(38_000, 92_000) as u64;
    let landlord = k.chance(0.5);
    m.sender = vec![owner.called(0), owner.street.clone(), owner.place.line(false)];
    m.below = Vec::new();
    m.phone = owner.place.phone(&mut k);
    m.email =
        format!("{}{}@{}", slug(&owner.who.last), k.digits(2), k.pick(&["orange.fr", "gmail.com", "laposte.net"]));
    (m.ours, m.by, m.yours, m.emblem, m.foot, m.notes) =
        (String::new(), String::new(), String::new(), false, Vec::new(), Vec::new());
    m.file = String::new();
    m.place = owner.place.town.to_owned();
    m.date = say(k.choose(&[0, 4]), later(paid, 45));
    m.signer = vec![owner.who.full()];
    m.closing = "Veuillez agréer mes salutations distinguées.".to_owned();
    if landlord {
        m.subject = "Mise en demeure de payer les loyers".to_owned();
        m.hello = format!("{},", home.who.title(true));
        m.owed = vec![
            ("Loyer et charges du mois échu".to_owned(), euros(rent)),
            ("Loyer et charges du mois en cours".to_owned(), euros(rent)),
            ("Total".to_owned(), euros(rent * 2)),
        ];
        m.body = vec![
            format!("Depuis le {}, vous occupez le logement que je vous loue sans en régler le loyer. À ce jour, vous me devez :", written(paid)),
            "Je vous mets en demeure de me régler cette somme dans les huit jours suivant la réception de cette lettre. À défaut, je ferai délivrer par commissaire de justice un commandement de payer visant la clause résolutoire du bail, puis demanderai en justice votre expulsion.".to_owned(),
            "J'en informe également la personne qui s'est portée caution. Si vos difficultés sont passagères, faites-moi connaître par écrit vos propositions et voyez la caisse d'allocations familiales ou les services sociaux.".to_owned(),
        ];
    } else {
        m.to = vec![
            k.pick(&["Entreprise Rénov'Habitat", "SARL Cuisines du Littoral", "Véranda Concept"]).to_owned(),
            street(&mut k),
            home.place.line(true),
        ];
        m.subject = "Mise en demeure de restituer un acompte".to_owned();
        m.hello = "Madame, Monsieur,".to_owned();
        m.yours = format!("devis n° {}", k.digits(5));
        m.owed = vec![("Acompte versé à la commande".to_owned(), euros(rent * 4))];
        m.body = vec![
            format!("Le {}, j'ai accepté votre devis et vous ai versé par chèque, encaissé depuis :", written(paid)),
            "Les travaux devaient commencer sous un mois. Malgré mes appels et mes courriels, personne ne s'est présenté et le matériel n'a pas été livré.".to_owned(),
            "Je vous mets en demeure, sur le fondement de l'article L. 216-6 du code de la consommation, d'exécuter la prestation sous quinze jours. Passé ce délai, le contrat sera résolu et vous devrez me restituer la totalité de la somme dans les quatorze jours, faute de quoi je saisirai le tribunal et signalerai les faits à la répression des fraudes.".to_owned(),
        ];
    }
    m.subject = if k.chance(0.3) { capitals(&m.subject, true) } else { m.subject };
    if d.rng.chance(0.6) { typed(d, &m) } else { window(d, &m) }
}
