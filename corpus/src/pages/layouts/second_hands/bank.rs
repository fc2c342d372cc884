//! Papers of banks: bank details as coupons, as a letter and of the Treasury, and cheques.

use super::Page;
use super::goods::{BANKS, account};
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, in_words, sum};
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] =
    &[Page::a4("rib", rib), Page { name: "cheque", sheet: |_| Some((508.0, 239.0)), set: cheque }];

fn rib(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => coupons(d),
        1 => online(d),
        _ => treasury(d),
    }
}

fn cheque(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.5) { typed_cheque(d) } else { letter_cheque(d) }
}

/// A sheet of three coupons to cut out: only the first bears the fields.
fn coupons(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.8);
    let bank = k.choose(BANKS);
    let a = account(bank.1, &mut k);
    let home = Home::random(&mut k);
    let place = Place::random(&mut k);
    let branch = format!("{} {}", bank.3, capitals(place.town, false));
    let holder = home.lines(k.choose(&[0, 2]));
    let iban = codes::grouped(&a.iban(), &[4]);
    let title =
        k.pick(&["RELEVÉ D'IDENTITÉ BANCAIRE", "Relevé d'identité bancaire", "RELEVE D'IDENTITE BANCAIRE - IBAN"]);
    let wording = k.below(3);
    let labels = [
        ["Code banque", "Code guichet", "Numéro de compte", "Clé RIB"],
        ["C/Etab", "C/Guichet", "N/Compte", "C/RIB"],
        ["Banque", "Guichet", "N° compte", "Clé"],
    ][wording];
    let place_label = ["Domiciliation", "Domiciliation/Paying bank", "Domiciliation :"][wording];
    let holder_label = ["Intitulé du compte", "Titulaire/Account owner", "Titulaire du compte"][wording];
    for i in 0..3 {
        let named = |name: &'static str| if i == 0 { name } else { "" };
        let (x0, x1, y) = (42.0, 553.0, 34.0 + i as f32 * 262.0);
        d.c.frame(x0 - 8.0, y - 6.0, x1 + 8.0, y + 236.0, 0.5);
        emblem(d, x0, y + 2.0, 30.0, &mut k.clone());
        put(d, x0 + 40.0, y + 22.0, 230.0, bank.0, &p.b.sized(p.n.size * 1.2));
        fit(d, "", (x1, y + 14.0), 240.0, title, &p.b.sized(p.n.size * 1.2), R);
        let text = "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à faire inscrire des opérations à \
                    votre compte (virements, paiements de quittances, etc.).";
        para(d, 330.0, y + 28.0, x1 - 330.0, text, &p.s);
        put(d, x0, y + 60.0, 200.0, holder_label, &p.s);
        block(d, named("account_holder"), (x0, y + 74.0), 250.0, &holder, &p.n.sized(p.n.size * 1.1));
        put(d, 330.0, y + 66.0, 200.0, place_label, &p.s);
        fit(d, named("branch"), (330.0, y + 79.0), 220.0, &branch, &p.n, L);
        let cols = columns(x0, x1, &[(1.0, C), (1.0, C), (1.8, C), (0.6, C)]);
        heads(d, (y + 118.0, 15.0), &cols, &labels, &p.s, 2);
        let row = [
            (named("bank_code"), a.bank.clone()),
            (named("branch_code"), a.branch.clone()),
            (named("account_number"), a.number.clone()),
            (named("rib_key"), a.key.clone()),
        ];
        cells(d, y + 146.0, &cols, &row, &p.b.sized(p.n.size * 1.15));
        grid(d, y + 118.0, y + 152.0, &cols);
        let (left, right) = [
            "IBAN (International Bank Account Number)|BIC (Bank Identifier Code)",
            "IBAN|BIC - Adresse SWIFT",
            "N° international IBAN|Code BIC",
        ][wording]
            .split_once('|')
            .unwrap_or_default();
        boxed(d, (x0, y + 164.0, 390.0, y + 196.0), (left, named("iban"), &iban), (&p.s, &p.b.sized(p.n.size * 1.1)));
        boxed(d, (390.0, y + 164.0, x1, y + 196.0), (right, named("bic"), bank.2), (&p.s, &p.b.sized(p.n.size * 1.1)));
        put(
            d,
            x0,
            y + 212.0,
            x1 - x0,
            "Son utilisation vous garantit le bon enregistrement des opérations en cause et vous évite ainsi des réclamations.",
            &p.s,
        );
        put(d, x0, y + 226.0, 300.0, "Partie réservée au destinataire du relevé", &p.s);
    }
}

/// As a bank on the net lets it be printed: labels over values, French and English.
fn online(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.2);
    let bank = k.choose(&[
        ("Boursorama Banque", "40618", "BOUSFRPPXXX", "BOURSORAMA BANQUE, 44 rue Traversière"),
        ("Fortuneo", "14518", "FTNOFRP1XXX", "FORTUNEO, 26 quai Charles Pasqua"),
        ("Orange Bank", "18370", "GPBAFRPPXXX", "ORANGE BANK, 67 rue Robespierre"),
        ("Nickel", "16598", "FPELFR21XXX", "FINANCIERE DES PAIEMENTS ELECTRONIQUES"),
        ("Qonto", "16958", "QNTOFRP1XXX", "QONTO, 18 rue de Navarin"),
    ]);
    let a = account(bank.1, &mut k);
    let home = Home::random(&mut k);
    let x0 = 64.0;
    put(d, x0, 64.0, 300.0, bank.0, &p.h.sized(p.h.size * 1.3));
    d.c.fill(0.0, 82.0, 595.0, 86.0, 120);
    let title = k.pick(&[
        "Votre relevé d'identité bancaire (RIB)",
        "RIB - Relevé d'Identité Bancaire",
        "Relevé d'identité bancaire / Bank account details",
    ]);
    put(d, x0, 124.0, 470.0, title, &p.h);
    let text = "Communiquez ces coordonnées pour recevoir des virements ou mettre en place des prélèvements sur votre compte (salaire, impôts, \
                abonnements, remboursements de sécurité sociale).";
    para(d, x0, 146.0, 460.0, text, &p.n);
    let (l1, l2, l3) = k.choose(&[
        ("Titulaire du compte", "IBAN", "BIC / SWIFT"),
        ("Titulaire / Account holder", "IBAN (compte international)", "BIC"),
        ("Nom et prénom du titulaire", "Numéro IBAN", "Code BIC"),
    ]);
    let holder = home.called(k.below(3));
    let mut y = 206.0;
    for (label, name, text) in
        [(l1, "account_holder", holder.as_str()), (l2, "iban", &codes::grouped(&a.iban(), &[4])), (l3, "bic", bank.2)]
    {
        put(d, x0, y, 300.0, label, &p.s);
        fit(d, name, (x0, y + 15.0), 460.0, text, &p.b.sized(p.n.size * 1.2), L);
        d.rule(x0, y + 24.0, 530.0, y + 24.0, 0.4);
        y += 46.0;
    }
    put(d, x0, y + 4.0, 300.0, "Coordonnées bancaires nationales", &p.b);
    let cols = columns(x0, 530.0, &[(1.1, L), (1.1, L), (1.6, L), (0.8, L)]);
    let style = k.below(2);
    heads(d, (y + 14.0, 18.0), &cols, &["Code banque", "Code guichet", "Numéro de compte", "Clé RIB"], &p.s, style);
    let row = [
        ("bank_code", a.bank.clone()),
        ("branch_code", a.branch.clone()),
        ("account_number", a.number.clone()),
        ("rib_key", a.key.clone()),
    ];
    cells(d, y + 50.0, &cols, &row, &p.n);
    put(d, x0, y + 84.0, 300.0, "Domiciliation", &p.s);
    fit(d, "branch", (x0, y + 98.0), 460.0, bank.3, &p.n, L);
    put(d, x0, y + 128.0, 300.0, "Adresse du titulaire", &p.s);
    block(d, "", (x0, y + 142.0), 400.0, &home.lines(1)[1..], &p.n);
    let text = "Pour votre sécurité, ne transmettez jamais vos codes d'accès ni le code reçu par SMS. Votre conseiller ne vous les demandera jamais. \
                Le RIB peut être remis à tout organisme devant créditer ou débiter votre compte. Les prélèvements non autorisés peuvent être \
                contestés dans un délai de treize mois suivant la date de débit, conformément à l'article L. 133-24 du code monétaire et financier.";
    para(d, x0, y + 206.0, 466.0, text, &p.n);
    d.c.fill(x0, 650.0, 530.0, 700.0, 232);
    put(
        d,
        x0 + 10.0,
        670.0,
        440.0,
        "Une question ? Retrouvez-nous dans votre espace client, rubrique « Aide et contact ».",
        &p.n,
    );
    put(d, x0 + 10.0, 686.0, 440.0, "Du lundi au samedi de 8 h à 20 h - appel non surtaxé", &p.n);
    let text = format!(
        "{} - Société anonyme agréée en qualité d'établissement de crédit ou de paiement par l'Autorité de contrôle prudentiel et de résolution, \
                        4 place de Budapest, CS 92459, 75436 Paris Cedex 09. Document édité le {}.",
        bank.0,
        say(0, day(&mut k, 2019, 2025))
    );
    para(d, x0, 770.0, 466.0, &text, &p.s);
}

/// Of a public account held by the Treasury, as town halls and schools join it to their bills.
fn treasury(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.0);
    let place = Place::random(&mut k);
    let a = account("10071", &mut k);
    let (x0, x1) = (58.0, 537.0);
    fit(
        d,
        "",
        (297.0, 56.0),
        470.0,
        k.pick(&["RÉPUBLIQUE FRANÇAISE", "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES"]),
        &p.n,
        C,
    );
    fit(
        d,
        "",
        (297.0, 92.0),
        470.0,
        k.pick(&["RELEVÉ D'IDENTITÉ BANCAIRE", "RELEVE D'IDENTITE BANCAIRE (RIB)"]),
        &p.h,
        C,
    );
    d.rule(x0, 104.0, x1, 104.0, 1.0);
    let branch = format!("TP{}", capitals(place.seat, false));
    let cols = columns(x0, x1, &[(1.0, C), (1.0, C), (1.6, C), (0.6, C), (1.6, C)]);
    let labels = k.choose(&[
        ["Code banque", "Code guichet", "N° de compte", "Clé", "Domiciliation"],
        ["Code établissement", "Code guichet", "N° de compte", "Clé RIB", "Domiciliation"],
    ]);
    put(d, x0, 132.0, 400.0, "Identifiant national de compte bancaire - RIB", &p.b);
    heads(d, (142.0, 20.0), &cols, &labels, &p.s, 1);
    let row = [
        ("bank_code", a.bank.clone()),
        ("branch_code", a.branch.clone()),
        ("account_number", a.number.clone()),
        ("rib_key", a.key.clone()),
        ("branch", branch),
    ];
    cells(d, 180.0, &cols, &row, &p.n);
    grid(d, 142.0, 190.0, &cols);
    put(d, x0, 224.0, 400.0, "Identifiant international de compte bancaire - IBAN", &p.b);
    let iban = codes::grouped(&a.iban(), &[4]);
    d.c.frame(x0, 234.0, x1, 262.0, 0.7);
    fit(d, "iban", (x0 + 8.0, 252.0), 330.0, &iban, &p.n.sized(p.n.size * 1.15), L);
    put(d, x0, 292.0, 300.0, "Identifiant international de l'établissement bancaire", &p.b);
    kv(
        d,
        (x0 + 8.0, x0 + 8.0, 400.0),
        310.0,
        (k.pick(&["BIC :", "BIC (Bank Identifier Code) :", "Code BIC"]), "bic", "TRPUFRP1"),
        (&p.n, &p.n),
    );
    put(d, x0, 348.0, 300.0, k.pick(&["Titulaire du compte", "Intitulé du compte", "TITULAIRE DU COMPTE :"]), &p.b);
    let holder = match k.below(3) {
        0 => format!("RÉGIE DE RECETTES CANTINE {}", capitals(place.town, true)),
        1 => format!("COLLÈGE {} - AGENT COMPTABLE", k.pick(&["PIERRE LOTI", "DES GORGES", "LOUISE MICHEL"])),
        _ => format!("SGC {} - SERVICE DE GESTION COMPTABLE", capitals(place.town, true)),
    };
    let lines = [holder, street(&mut k), place.line(true)];
    let y = block(d, "account_holder", (x0 + 8.0, 366.0), 440.0, &lines, &p.n);
    let text = "Les paiements par virement doivent obligatoirement comporter, en zone libellé, la référence de la facture ou du titre de recette \
                (numéro, exercice, nom du redevable), afin d'en permettre l'imputation. Les chèques sont à libeller à l'ordre du Trésor public \
                et à adresser, accompagnés du talon détachable, au comptable mentionné ci-dessus. Tout virement non identifié sera retourné à \
                la banque émettrice.";
    let y = full(d, x0, y + 30.0, x1 - x0, text, &p.n);
    kv(d, (x0, x0, 400.0), y + 24.0, ("Le comptable public,", "", &Home::random(&mut k).who.full()), (&p.n, &p.n));
    marks::signature(d.c, x0 + 60.0, y + 60.0, 110.0, &mut k);
    let text = "Zone réservée au créancier ou au débiteur à qui ce relevé est remis";
    d.c.frame(x0, 660.0, x1, 770.0, 0.5);
    put(d, x0 + 6.0, 674.0, 440.0, text, &p.s);
}

/// A cheque of a cheque book that a till or a typewriter has filled in.
fn typed_cheque(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.0);
    let bank = k.choose(BANKS);
    let home = Home::random(&mut k);
    let cents = k.between(1_200, 480_000) as u64;
    let written = money_words(cents);
    let issued = day(&mut k, 2008, 2025);
    let payee = payee(&mut k);
    let style = k.below(5);
    d.c.fill(6.0, 40.0, 502.0, 190.0, 244);
    emblem(d, 16.0, 12.0, 26.0, &mut k);
    put(d, 50.0, 28.0, 220.0, bank.0, &p.b.sized(p.n.size * 1.25));
    let n = k.digits(7);
    fit(d, "", (496.0, 20.0), 160.0, &format!("Chèque n° {n}"), &p.s, R);
    put(d, 16.0, 62.0, 150.0, k.pick(&["Payez contre ce chèque", "Payez contre ce chèque non endossable"]), &p.n);
    fit(
        d,
        "",
        (190.0, 52.0),
        180.0,
        "sauf au profit d'une banque, d'une caisse d'épargne ou d'un établissement assimilé",
        &p.s.sized(p.s.size * 0.8),
        L,
    );
    d.c.dotted(170.0, 365.0, 65.0);
    fit(d, "", (180.0, 63.0), 300.0, &written.0, &p.n, L);
    d.c.dotted(16.0, 365.0, 86.0);
    fit(d, "", (24.0, 84.0), 330.0, &written.1, &p.n, L);
    kv(d, (16.0, 40.0, 365.0), 108.0, (k.pick(&["à", "À l'ordre de", "A"]), "payee", payee), (&p.n, &p.b));
    d.c.dotted(40.0, 365.0, 111.0);
    d.c.frame(384.0, 48.0, 494.0, 72.0, 1.0);
    put(d, 387.0, 44.0, 60.0, "€ (EUR)", &p.s);
    fit(d, "amount", (439.0, 65.0), 100.0, &format!("#{}#", sum(cents)), &p.b.sized(p.n.size * 1.2), C);
    if let Some(field) = d.c.fields.last_mut() {
        field.value = sum(cents);
    }
    kv(d, (378.0, 392.0, 496.0), 96.0, ("À", "", &capitals(home.place.town, false)), (&p.n, &p.n));
    kv(d, (378.0, 392.0, 496.0), 112.0, ("le", "date", &say(style, issued)), (&p.n, &p.n));
    put(d, 16.0, 134.0, 110.0, "Payable en France", &p.s);
    block(
        d,
        "",
        (16.0, 146.0),
        130.0,
        &[home.place.line(true), format!("Tél. {}", home.place.phone(&mut k)), "Compensable".to_owned()],
        &p.s,
    );
    block(d, "", (178.0, 146.0), 180.0, &home.lines(2), &p.s.sized(p.s.size * 1.1));
    put(d, 400.0, 132.0, 90.0, "Signature", &p.s);
    marks::signature(d.c, 395.0, 158.0, 80.0, &mut k);
    let foot = format!("{n}   {}   {}", k.digits(12), k.digits(12));
    let wide = crate::pages::compose::Type { tracking: 0.12, ..p.n.sized(p.n.size * 1.15) };
    d.left(24.0, 222.0, &foot.replace("   ", "\t"), &wide);
}

/// A cheque at the foot of nothing: a letter-cheque of a fund or insurer, all printed, its amount among stars.
fn letter_cheque(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.8);
    let home = Home::random(&mut k);
    let cents = k.between(1_900, 290_000) as u64;
    let written = money_words(cents);
    let issued = day(&mut k, 2006, 2025);
    let bank = k.choose(BANKS);
    let payer = k.pick(&[
        "MUTUELLE DES TERRITOIRES", "GROUPAMA D'OC", "CAISSE DE CONGÉS PAYÉS DU BÂTIMENT", "SYNDIC AGENCE DU LAC",
        "MSA SERVICES",
    ]);
    d.rule(8.0, 6.0, 500.0, 6.0, 0.5);
    put(d, 14.0, 22.0, 220.0, payer, &p.b);
    put(d, 14.0, 33.0, 220.0, &format!("{} - {}", street(&mut k), home.place.line(true)), &p.s);
    fit(d, "", (494.0, 22.0), 200.0, bank.0, &p.b.sized(p.n.size * 1.2), R);
    fit(d, "", (494.0, 33.0), 200.0, &format!("Compte {}", account(bank.1, &mut k).number), &p.s, R);
    put(
        d,
        14.0,
        54.0,
        300.0,
        "Payez contre ce chèque barré non endossable, sauf au profit d'un établissement bancaire",
        &p.s,
    );
    d.c.frame(380.0, 46.0, 494.0, 74.0, 0.8);
    put(d, 384.0, 54.0, 60.0, k.pick(&["MONTANT EUR", "EUROS"]), &p.s.sized(p.s.size * 0.85));
    fit(d, "amount", (437.0, 69.0), 104.0, &format!("***{}***", sum(cents)), &p.b.sized(p.n.size * 1.15), C);
    if let Some(field) = d.c.fields.last_mut() {
        field.value = sum(cents);
    }
    put(d, 14.0, 72.0, 350.0, &capitals(&format!("*** {} ***", written.0), true), &p.n);
    put(d, 14.0, 85.0, 350.0, &capitals(&written.1, true), &p.n);
    let lines = home.lines(2);
    put(d, 14.0, 108.0, 90.0, k.pick(&["À l'ordre de", "Bénéficiaire", "à"]), &p.s);
    block(d, "payee", (84.0, 108.0), 260.0, &lines, &p.n.sized(p.n.size * 1.1));
    kv(d, (366.0, 366.0, 496.0), 96.0, ("Fait à", "", home.place.seat), (&p.n, &p.n));
    kv(d, (366.0, 380.0, 496.0), 110.0, ("le", "date", &say(k.choose(&[0, 3, 4]), issued)), (&p.n, &p.n));
    put(d, 14.0, 160.0, 300.0, &format!("Payable : {} {}", bank.0, home.place.seat), &p.s);
    put(
        d,
        14.0,
        172.0,
        320.0,
        "Valable un an et huit jours - à encaisser sur un compte ouvert au nom du bénéficiaire",
        &p.s,
    );
    let role = k.pick(&["Le trésorier", "L'agent comptable", "P/o le directeur"]);
    put(d, 384.0, 132.0, 110.0, role, &p.s);
    marks::signature(d.c, 390.0, 158.0, 80.0, &mut k);
    let wide = crate::pages::compose::Type { tracking: 0.12, ..p.n.sized(p.n.size * 1.1) };
    let foot = format!("{}\t{}\t{}", k.digits(7), k.digits(12), k.digits(12));
    d.left(30.0, 224.0, &foot, &wide);
}

/// A sum in words, on two lines.
fn money_words(cents: u64) -> (String, String) {
    let euros = format!("{} euros", in_words(cents / 100));
    let rest = if cents.is_multiple_of(100) { String::new() } else { format!("et {} centimes", in_words(cents % 100)) };
    if euros.len() < 48 {
        return (euros, rest);
    }
    let cut = euros[..45].rfind(' ').unwrap_or(20);
    (euros[..cut].to_owned(), format!("{} {rest}", euros[cut + 1..].trim()))
}

fn payee(k: &mut crate::rng::Rng) -> &'static str {
    k.choose(&[
        "Trésor public", "CARREFOUR CONTACT", "Coopérative scolaire", "LECLERC DISTRI", "Garage Etcheverry",
        "M. André Poulain", "SCI des Remparts", "Amicale laïque", "GAMM VERT",
    ])
}
