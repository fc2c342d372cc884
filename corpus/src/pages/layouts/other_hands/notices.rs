//! Formal notices of collectors, managers of buildings and persons.

use super::Page;
use super::mail_people::{body, file_number};
use super::stationery::{
    C, Citizen, Firm, Grid, L, Look, R, address, bare, emblem, foot, grid, heavy, kv, lately, letter_day, line, one,
    phone, put, roman, slanted, slashed, surname, told, with_sign,
};
use crate::pages::desk::Desk;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[Page::a4("mise_en_demeure", notice)];

fn notice(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => collector(d),
        1 => manager(d),
        _ => person(d),
    }
}

fn collector(d: &mut Desk<'_, '_>) {
    let to = Citizen::random(&mut d.rng);
    let name =
        one(d, &["INTRUM", "EFFICO", "Recouvrement Conseil SAS", "Société de Contentieux du Nord", "IQERA Services"]);
    let firm = Firm::named(name, "8291Z", &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(9.6, 10.6);
    let (x0, x1, w) = (50.0, d.c.width - 50.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    emblem(x0, 28.0, 40.0, d);
    address("sender", (x0, 88.0, 210.0), &firm.block(), &t, d);
    kv(
        "phone",
        (x0, 0.0, 88.0 + s * 4.0),
        one(d, &["Tél. :", "Téléphone :", "Appelez-nous :"]),
        &firm.phone,
        (&t, &t),
        d,
    );
    kv("email", (x0, 0.0, 88.0 + s * 5.4), one(d, &["E-mail :", "Courriel :"]), &firm.mail, (&t, &t), d);
    address("recipient", (w * 0.54, 128.0, x1 - w * 0.54), &to.block(), &roman(d, s + 1.0), d);
    let date = letter_day(d, day);
    line((w * 0.54, 204.0), &format!("{}, le {date}", firm.town), &t, &[("date", &date)], d);
    let big = heavy(d, 15.0);
    d.c.fill(x0, 222.0, x1, 246.0, 222);
    put(
        "",
        (x0, 239.0, x1 - x0),
        one(d, &["MISE EN DEMEURE", "MISE EN DEMEURE DE PAYER", "DERNIER AVIS - MISE EN DEMEURE"]),
        &big,
        C,
        d,
    );
    let creditor = one(d, &["COFIDIS", "SFR", "EDF", "Bouygues Telecom", "Floa Bank", "Clinique Saint-Jean"]);
    let file = file_number(d);
    let (main, fees) = (d.rng.between(4200, 380_000) as u64, d.rng.between(800, 9000) as u64);
    let total = with_sign(main + fees);
    let mut y = 270.0;
    let ours = format!("{}{}", one(d, &["DM", "", "K"]), d.rng.digits(7));
    let theirs = format!("CLT {}", d.rng.digits(6));
    for (label, field, value) in [
        (one(d, &["N° de dossier :", "Dossier n°", "Dossier :"]), "file_number", &file),
        (one(d, &["Nos références :", "N/Réf. :", "Notre réf. :"]), "our_reference", &ours),
        (one(d, &["Vos références :", "V/Réf. :"]), "your_reference", &theirs),
        ("Créancier :", "", &creditor.to_owned()),
    ] {
        kv(field, (x0, x0 + 90.0, y), label, value, (&t, &bold), d);
        y += s * 1.4;
    }
    let subject = format!("Recouvrement de la créance {creditor}");
    line((x0, y + 6.0), &format!("{} {subject}", one(d, &["Objet :", "OBJET :"])), &t, &[("subject", &subject)], d);
    y += 24.0;
    let full = x1 - x0;
    let columns = [(full * 0.7, L, "Décompte", ""), (full * 0.3, R, "Montant", "")];
    let rows =
        vec![vec!["Principal".to_owned(), bare(main)], vec!["Intérêts et frais contractuels".to_owned(), bare(fees)]];
    y = grid(&Grid { x: x0, columns: &columns, look: Look::Boxed, size: s, pitch: s * 1.8 }, y, 0.0, &rows, d);
    let last = [(full * 0.7, L, "", ""), (full * 0.3, R, "", "amount")];
    y = grid(
        &Grid { x: x0, columns: &last, look: Look::Boxed, size: s + 0.8, pitch: s * 2.0 },
        y,
        0.0,
        &[vec![one(d, &["TOTAL À PAYER", "Montant dû à ce jour", "Solde exigible"]).to_owned(), total]],
        d,
    ) + 22.0;
    let until = slashed(super::stationery::later(day, 8));
    let parts = [
        format!("Malgré nos précédents rappels, vous restez redevable envers notre mandant de la somme indiquée ci-dessus. Nous vous mettons en demeure de la régler sous huit jours, soit au plus tard le {until}."),
        "À défaut, nous transmettrons le dossier à un commissaire de justice en vue d'engager toute procédure utile : injonction de payer, puis saisie de vos rémunérations ou de vos comptes bancaires. Les \
         frais de l'exécution forcée seraient alors à votre charge (article L. 111-8 du code des procédures civiles d'exécution)."
            .to_owned(),
        "La présente fait courir les intérêts au taux légal en application de l'article 1344-1 du code civil. Si vous avez payé entre-temps, veuillez ne pas tenir compte de ce courrier.".to_owned(),
        "Veuillez agréer nos salutations distinguées.".to_owned(),
    ];
    y = body((x0, y, full), &parts, &t, 0.0, d) + 10.0;
    put("", (w * 0.58, y, 160.0), "Le service contentieux", &t, L, d);
    marks::signature(d.c, w * 0.6, y + 30.0, 90.0, &mut d.rng);
    let at = d.c.height - 34.0;
    foot(
        at,
        &[format!(
            "{name} - {} au capital de {} € - {} - activité régie par les articles R. 124-1 et suivants du CPCE",
            firm.form,
            firm.capital,
            firm.register()
        )],
        6.8,
        &[],
        d,
    );
}

fn manager(d: &mut Desk<'_, '_>) {
    let to = Citizen::random(&mut d.rng);
    let name = format!("{} {}", one(d, &["Cabinet", "Syndic", "Étude", "Gestion"]), surname(&mut d.rng));
    let firm = Firm::named(&name, "6832A", &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(10.4, 11.4);
    let (x0, x1, w) = (60.0, d.c.width - 60.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    put("sender", (x0, 56.0, x1 - x0), &firm.name, &heavy(d, 17.0), C, d);
    put(
        "",
        (x0, 70.0, x1 - x0),
        one(d, &["Administrateur de biens - Syndic de copropriété", "Gérance - Syndic - Location"]),
        &slanted(d, s - 1.0),
        C,
        d,
    );
    line(
        (x0 + 40.0, 84.0),
        &format!("{} - {} - Tél. {} - {}", firm.seat[0], firm.seat[1], firm.phone, firm.mail),
        &roman(d, s - 2.4),
        &[("phone", &firm.phone), ("email", &firm.mail)],
        d,
    );
    let file = file_number(d);
    let ours = format!("{}/{}", one(d, &["CTX", "GL", "SYN"]), d.rng.digits(5));
    kv("our_reference", (x0, 0.0, 128.0), one(d, &["N/Réf. :", "Nos réf. :", "Réf. :"]), &ours, (&t, &t), d);
    kv("file_number", (x0, 0.0, 144.0), one(d, &["Dossier n°", "N° de dossier :"]), &file, (&t, &t), d);
    address("recipient", (w * 0.54, 142.0, x1 - w * 0.54), &to.block(), &t, d);
    let date = letter_day(d, day);
    line(
        (w * 0.54, 214.0),
        &format!("{} {}, le {date}", one(d, &["À", "", "Fait à"]), firm.town),
        &t,
        &[("date", &date)],
        d,
    );
    put(
        "",
        (x0, 214.0, 200.0),
        one(
            d,
            &["LETTRE RECOMMANDÉE AVEC A.R.", "Lettre recommandée avec avis de réception", "LRAR n° 1A 182 554 7731 2"],
        ),
        &bold,
        L,
        d,
    );
    let kind = d.rng.chance(0.5);
    let subject = if kind {
        one(d, &["Mise en demeure - charges de copropriété impayées", "Charges impayées - mise en demeure"])
    } else {
        one(d, &["Mise en demeure - loyers impayés", "Mise en demeure de payer vos loyers"])
    };
    line((x0, 252.0), &format!("{} {subject}", one(d, &["Objet :", "OBJET :"])), &bold, &[("subject", subject)], d);
    let hello = if to.who.sex == 'M' { "Monsieur," } else { "Madame," };
    let amount = with_sign(d.rng.between(30_000, 620_000) as u64);
    let mut y = body((x0, 284.0, x1 - x0), &[hello.to_owned()], &t, 0.0, d);
    let first = format!(
        "Sauf erreur ou omission de notre part, votre compte présente à ce jour un solde débiteur de {amount}, malgré la relance qui vous a été adressée le mois dernier."
    );
    y = told((x0, y, x1 - x0), &first, &t, &[("amount", &amount)], d) + s * 0.8;
    let law = if kind {
        "En conséquence, et en application de l'article 19-2 de la loi du 10 juillet 1965, nous vous mettons en demeure de nous régler cette somme dans un délai de trente jours à compter de la première \
         présentation de la présente. Passé ce délai, les provisions non encore échues deviendront immédiatement exigibles."
    } else {
        "Par la présente, nous vous mettons en demeure de régler l'intégralité de cette somme dans les huit jours de la première présentation de la présente. À défaut, nous ferons délivrer par commissaire de \
         justice un commandement de payer visant la clause résolutoire du bail."
    };
    let parts = [
        law.to_owned(),
        "Les frais de la présente mise en demeure et ceux de la procédure qui pourrait suivre seront portés à votre débit. Si vous rencontrez des difficultés passagères, nous vous invitons à prendre contact sans \
         attendre avec notre service afin de convenir d'un échéancier."
            .to_owned(),
        format!("Veuillez agréer, {} l'expression de nos salutations distinguées.", hello),
    ];
    y = body((x0, y, x1 - x0), &parts, &t, 0.0, d) + 12.0;
    put("", (w * 0.56, y, 180.0), one(d, &["Le service contentieux", "Le gérant", "Pour le cabinet"]), &t, L, d);
    marks::signature(d.c, w * 0.58, y + 34.0, 100.0, &mut d.rng);
    let at = d.c.height - 36.0;
    foot(
        at,
        &[format!(
            "{} au capital de {} € - {} - SIRET {} - carte professionnelle G et S",
            firm.form,
            firm.capital,
            firm.register(),
            firm.siret
        )],
        7.0,
        &[],
        d,
    );
}

fn person(d: &mut Desk<'_, '_>) {
    let me = Citizen::random(&mut d.rng);
    let name = format!("{} {}", one(d, &["SARL", "Garage", "Entreprise", "Menuiserie"]), surname(&mut d.rng));
    let firm = Firm::named(&name, "4332A", &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(10.8, 11.8);
    let (x0, x1, w) = (66.0, d.c.width - 66.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let y = address("sender", (x0, 66.0, 230.0), &me.block(), &t, d);
    let start = one(d, &["06", "07"]);
    let tel = phone(&mut d.rng, start);
    line((x0, y), &format!("{} {tel}", one(d, &["Tél. :", "Portable :", "Tél."])), &t, &[("phone", &tel)], d);
    let mail = me.mail(&mut d.rng);
    line((x0, y + s * 1.3), &mail, &t, &[("email", &mail)], d);
    address("recipient", (w * 0.54, 150.0, x1 - w * 0.54), &firm.block(), &t, d);
    let date = letter_day(d, day);
    line((w * 0.54, 220.0), &format!("{}, le {date}", me.town), &t, &[("date", &date)], d);
    put(
        "",
        (x0, 252.0, 300.0),
        one(d, &["Lettre recommandée avec accusé de réception n° 2C 145 908 3367 1", "Envoi recommandé avec A.R."]),
        &slanted(d, s),
        L,
        d,
    );
    let subject = one(
        d,
        &["Mise en demeure d'exécuter les travaux", "Mise en demeure de livrer", "Mise en demeure de rembourser"],
    );
    line((x0, 272.0), &format!("{} {subject}", one(d, &["Objet :", "OBJET :"])), &bold, &[("subject", subject)], d);
    let theirs = format!("{} {}", one(d, &["devis n°", "commande n°", "facture n°"]), d.rng.digits(5));
    kv(
        "your_reference",
        (x0, 0.0, 288.0),
        one(d, &["Vos réf. :", "V/Réf. :", "Vos références :"]),
        &theirs,
        (&t, &t),
        d,
    );
    let paid = with_sign(d.rng.between(20_000, 450_000) as u64);
    let mut y = body((x0, 318.0, x1 - x0), &["Madame, Monsieur,".to_owned()], &t, 0.0, d);
    let first = format!(
        "Le mois dernier, j'ai signé le document cité en référence et vous ai versé un acompte de {paid}. Vous vous étiez engagés à intervenir sous trois semaines."
    );
    y = told((x0, y, x1 - x0), &first, &t, &[("amount", &paid)], d) + s * 0.8;
    let parts = [
        "Or, à ce jour, et malgré mes nombreux appels téléphoniques, vous n'avez pas rempli votre obligation.".to_owned(),
        "En conséquence, je vous mets en demeure, sur le fondement des articles 1217 et 1231 du code civil et L. 216-6 du code de la consommation, de vous exécuter dans un délai de quinze jours à compter de la \
         réception de cette lettre."
            .to_owned(),
        "Passé ce délai, je considérerai le contrat comme résolu et vous demanderai le remboursement des sommes versées. Je me réserve le droit de saisir le tribunal judiciaire et de signaler les faits à la \
         direction départementale de la protection des populations."
            .to_owned(),
        "Dans l'attente, je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.".to_owned(),
    ];
    y = body((x0, y, x1 - x0), &parts, &t, 0.0, d) + 14.0;
    marks::signature(d.c, w * 0.58, y + 8.0, 110.0, &mut d.rng);
    put("", (w * 0.56, y + 46.0, 180.0), &me.who.full(), &t, L, d);
}
