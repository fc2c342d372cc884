//! Formal demands of those who write many: an insurer, public collectors.

use super::civil_demeure::before;
use super::civil_kit::{commune, later, phone};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, of};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("mise_en_demeure", insurer), Page::a4("mise_en_demeure", collector)];

/// An insurer or mutual about a premium.
fn insurer(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1948, 2002), House::new(&mut d.rng), day(&mut d.rng, 2013, 2026));
    let mut p = Pen::new(d, 9.6, 48.0, 46.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let firm = p.pick(&[
        "MATMUT", "MAAF ASSURANCES", "Mutuelle de Poitiers", "Pacifica", "THÉLEM ASSURANCES", "Swiss Life Prévoyance",
    ]);
    p.logo(x, y - 22.0, 60.0);
    p.block(
        x,
        y + 44.0,
        190.0,
        Ty::Small,
        &[f("sender", firm), "Service encaissement".into(), h.street.clone(), h.place()],
    );
    let to = [
        f("recipient", format!("{} {}", who.agree("M", "MME"), capitals(&who.turned(), false))),
        capitals(&who.home[0], false),
        who.home[1].clone(),
    ];
    p.block(x + w * 0.53, y + 58.0, w * 0.47, Ty::Body, &to);
    let side = y + 132.0;
    let contract = p.digits(9);
    let lines = [
        "Vos références".to_owned(),
        format!("Sociétaire : {}", f("your_reference", format!("{} {}", p.digits(4), p.digits(4)))),
        format!("Contrat : {contract}"),
        "Nos références".to_owned(),
        f("our_reference", format!("ENC/{}/{}", p.capital(), p.digits(6))),
        "Nous contacter".to_owned(),
        f("phone", &h.phone),
    ];
    p.block(x, side, 122.0, Ty::Small, &lines);
    p.d.rule(x + 132.0, side - 10.0, x + 132.0, side + 360.0, 0.5);
    p.x = x + 142.0;
    p.w = w - 142.0;
    p.y = side;
    p.say(Ty::Body, Right, format!("Le {}", f("date", p.date(when))));
    p.gap(0.8);
    p.say(Ty::Bold, Left, p.pick(&["RECOMMANDÉ", "Lettre recommandée – mise en demeure", "RECOMMANDÉ R1"]));
    let about = p.pick(&[
        "mise en demeure de payer votre cotisation",
        "Cotisation impayée – mise en demeure",
        "Mise en demeure avant suspension de vos garanties",
    ]);
    p.say(Ty::Bold, Left, format!("Objet : {}", f("subject", about)));
    p.gap(0.8);
    p.para(Ty::Body, format!("{},", who.agree("Cher Monsieur", "Chère Madame")));
    let due = before(when, 1);
    let sum = p.sum(p.any(4_500, 98_000));
    p.para(
        Ty::Body,
        format!(
            "Votre cotisation {} d'un montant de {}, exigible le {}, n'a pas été réglée.",
            p.pick(&["automobile", "habitation", "santé", "deux-roues"]),
            f("amount", sum),
            figures((due.0, due.1, 1), "/")
        ),
    );
    p.para(
        Ty::Body,
        "En application de l'article L. 113-3 du Code des assurances, nous vous mettons en demeure de nous payer cette somme. Faute \
         de paiement dans les trente jours de l'envoi de cette lettre, les garanties de votre contrat seront suspendues.",
    );
    let (stop, end) = (
        later((before(when, -1).0, before(when, -1).1, when.2), 0),
        later((before(when, -1).0, before(when, -1).1, when.2), 10),
    );
    p.para(
        Ty::Body,
        format!("Sauf règlement intégral, vous ne serez plus assuré à compter du {}, zéro heure, et votre contrat sera résilié le {}, la cotisation restant due.", figures(stop, "/"), figures(end, "/")),
    );
    p.para(Ty::Body, "Si vous avez payé entre-temps, ne tenez pas compte de ce courrier.");
    p.para(
        Ty::Body,
        format!("Veuillez recevoir, {}, nos salutations distinguées.", who.agree("Cher Monsieur", "Chère Madame")),
    );
    p.gap(0.6);
    let sx = p.x + p.w * 0.4;
    p.sign(sx, &["Le Responsable du service encaissement".into()]);
    p.x = x;
    p.w = w;
    p.foot(Left, &[format!("{firm} – Société d'assurance mutuelle à cotisations variables – Entreprise régie par le Code des assurances – Siège : {}, {}", h.street, h.place())]);
}

/// A public collector about taxes or dues, in boxes.
fn collector(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1950, 1998), House::new(&mut d.rng), day(&mut d.rng, 2012, 2026));
    let mut p = Pen::new(d, 9.8, 46.0, 44.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let (_, town, department) = commune(&p);
    let urssaf = p.chance(0.5);
    let office = if urssaf {
        format!("URSSAF {}", p.pick(&["Bretagne", "Centre-Val de Loire", "Picardie", "Rhône-Alpes"]))
    } else {
        format!("Service de gestion comptable {}", of(town))
    };
    if !urssaf {
        p.put(x, y, 220.0, Ty::Bold, Left, "FINANCES PUBLIQUES");
    }
    let call = phone(&mut p);
    let lines = [f("sender", office.clone()), h.street.clone(), h.place(), format!("Tél. : {}", f("phone", call))];
    p.block(x, y + 18.0, 230.0, Ty::Body, &lines);
    let to = who.letter("recipient", false);
    p.block(x + w * 0.54, y + 88.0, w * 0.46, Ty::Body, &to);
    p.y = y + 164.0;
    let mid = x + w / 2.0;
    let top = p.y;
    p.d.c.fill(x, top - 18.0, x + w, top + 8.0, 210);
    p.put(mid, top, w - 10.0, Ty::Title, Centre, if urssaf { "MISE EN DEMEURE" } else { "MISE EN DEMEURE DE PAYER" });
    p.y = top + 30.0;
    let number = p.digits(if urssaf { 18 } else { 10 });
    let rows = [
        (if urssaf { "Compte cotisant" } else { "N° de dossier" }, f("file_number", number)),
        ("Référence à rappeler", f("our_reference", format!("{}{}", p.digits(6), p.capital()))),
        ("Date", f("date", figures(when, "/"))),
    ];
    p.rows(130.0, &rows, true);
    p.gap(0.6);
    p.para(Ty::Body, format!("{},", who.agree("Monsieur", "Madame")));
    let head = if urssaf {
        "Sauf erreur de notre part, vous restez redevable des cotisations et contributions sociales et majorations détaillées \
         ci-dessous au titre de votre activité indépendante."
    } else {
        "Malgré la lettre de relance qui vous a été adressée, je constate que vous n'avez pas acquitté les créances suivantes prises \
         en charge au titre des produits locaux."
    };
    p.para(Ty::Body, head);
    let mut total = 0;
    let mut rows = Vec::new();
    for i in 1..=p.any(1, 3) {
        let (dues, more) = (p.any(3_000, 210_000), p.any(0, 9_000));
        total += dues + more;
        let what = if urssaf {
            format!("{}e trimestre {}", (before(when, 3 * i).1 - 1) / 3 + 1, before(when, 3 * i).0)
                .replace("1e ", "1er ")
        } else {
            format!(
                "Titre {} – {}",
                p.digits(4),
                p.pick(&["cantine scolaire", "eau et assainissement", "crèche", "hospitalisation"])
            )
        };
        rows.push(vec![what, p.sum(dues), p.sum(more), p.sum(dues + more)]);
    }
    let heads = if urssaf {
        ["Période", "Cotisations", "Majorations", "Total"]
    } else {
        ["Nature de la créance", "Principal", "Frais", "Reste dû"]
    };
    p.table(Ty::Body, (&[3.2, 1.4, 1.4, 1.5], "lrrr"), &heads, &rows, Rules::Columns);
    p.say(
        Ty::Bold,
        Right,
        format!("{} {}", p.pick(&["Somme à payer :", "Montant total dû :"]), f("amount", p.sum(total))),
    );
    p.gap(0.4);
    let limit = if urssaf { "dans le délai d'un mois" } else { "dans le délai de trente jours" };
    p.para(
        Ty::Body,
        format!("Je vous mets en demeure de régler cette somme {limit} à compter de la réception de la présente. Passé ce délai, {}.", if urssaf { "une contrainte pourra vous être signifiée par commissaire de justice (article L. 244-9 du code de la sécurité sociale)" } else { "des poursuites seront engagées : saisie administrative à tiers détenteur, saisie-vente (article L. 1617-5 du code général des collectivités territoriales)" }),
    );
    let appeal = if urssaf {
        "Vous pouvez contester cette mise en demeure devant la commission de recours amiable de l'organisme dans le délai de deux mois."
    } else {
        "Si vous contestez l'obligation de payer, adressez-vous dans les deux mois à l'ordonnateur dont l'adresse figure sur l'avis des sommes à payer."
    };
    p.para(Ty::Body, appeal);
    p.gap(0.8);
    let name = p.who(1958, 1988).name();
    p.sign(
        x + w * 0.54,
        &[if urssaf { "Le Directeur ou son délégataire" } else { "Le comptable public" }.to_owned(), name],
    );
    p.foot(Left, &[format!("{office} – {department} – Paiement en ligne, par virement, par carte bancaire ou par chèque en rappelant la référence.")]);
}
