//! Cheques, alone and at the foot of a letter.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, in_words};
use crate::pages::layouts::kit::pen::{House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::kit::people::BANKS;
use crate::pages::layouts::page::Page;
use crate::rng::Rng;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page { name: "cheque", sheet: cheque_sheet, set: cheque_usual },
    Page { name: "cheque", sheet: cheque_sheet, set: cheque_typed },
    Page { name: "cheque", sheet: letter_cheque_sheet, set: cheque_letter },
];

fn cheque_sheet(_: &mut Rng) -> Option<(f32, f32)> {
    Some((496.0, 227.0))
}

fn letter_cheque_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    rng.chance(0.7).then_some((595.3, 841.9)).or(Some((595.3, 421.0)))
}

/// The text of a sum in words.
fn spelled(cents: i64) -> String {
    let (whole, rest) = ((cents / 100) as u64, (cents % 100) as u64);
    let end = if rest == 0 { String::new() } else { format!(" et {} centimes", in_words(rest)) };
    format!("{} euros{end}", in_words(whole))
}

const PAYEES: &[&str] = &[
    "Trésor Public", "SARL Garage Bonnefoy", "Mme Josiane CROUZET", "Collège Jules-Verne", "Régie des eaux",
    "Cabinet dentaire Hébrard", "M. et Mme TESSIER", "Association Les Amis de l'orgue", "Syndic Immo Plus",
    "Judo Club Suresnois", "Pharmacie du Lavoir",
];

/// What all cheques bear, from `top` on; the payee and sum as given.
fn cheque(p: &mut Pen<'_, '_, '_>, top: f32, (x0, w): (f32, f32), cents: i64, payee: &str, lines: &[String]) {
    let (h, account) = (House::new(&mut p.d.rng), codes::Account::random(&mut p.d.rng));
    let when = day(&mut p.d.rng, 2003, 2026);
    let bank = p.pick(BANKS);
    p.put(x0, top + 16.0, w * 0.5, Ty::Head, Left, bank);
    let sum = p.sum(cents);
    let shown = f("amount", sum.trim_end_matches([' ', '€']));
    let euro = p.pick(&["€", "EUR", "€"]);
    p.frame(x0 + w - 118.0, top + 26.0, 118.0, 24.0);
    p.put(x0 + w - 110.0, top + 42.0, 18.0, Ty::Bold, Left, euro);
    let mark = p.pick(&["", "**", "#"]);
    p.put(x0 + w - 6.0, top + 42.0, 86.0, Ty::Head, Right, format!("{mark}{shown}{mark}"));
    p.put(
        x0,
        top + 42.0,
        160.0,
        Ty::Tiny,
        Left,
        p.pick(&[
            "Payez contre ce chèque non endossable",
            "payez contre ce chèque non endossable sauf au profit d'une banque",
        ]),
    );
    let words = spelled(cents);
    p.put(x0 + 10.0, top + 60.0, w - 150.0, Ty::Body, Left, words);
    p.d.c.dotted(x0, x0 + w - 130.0, top + 64.0);
    p.put(x0, top + 84.0, 16.0, Ty::Small, Left, p.pick(&["à", "À"]));
    p.put(x0 + 18.0, top + 84.0, w * 0.6, Ty::Bold, Left, f("payee", payee));
    p.d.c.dotted(x0 + 14.0, x0 + w - 130.0, top + 88.0);
    let sent = f("date", p.date(when));
    p.put(x0 + w - 190.0, top + 106.0, 90.0, Ty::Body, Left, format!("{} {}", p.pick(&["à", "A", "Fait à"]), h.town));
    p.put(x0 + w, top + 106.0, 92.0, Ty::Body, Right, format!("le {sent}"));
    p.block(
        x0,
        top + 106.0,
        w * 0.26,
        Ty::Tiny,
        &["Payable en France".into(), h.street.clone(), h.place(), format!("Tél. {}", h.phone), "Compensable".into()],
    );
    p.block(x0 + w * 0.29, top + 106.0, w * 0.3, Ty::Tiny, lines);
    p.put(
        x0 + w * 0.29,
        top + 152.0,
        w * 0.3,
        Ty::Tiny,
        Left,
        format!("N° {} {} {}", account.branch, account.number, account.key),
    );
    crate::pages::marks::signature(p.d.c, x0 + w - 130.0, top + 134.0, 90.0, &mut p.d.rng);
    let number = p.digits(7);
    p.put(x0, top + 170.0, w * 0.4, Ty::Tiny, Left, format!("Chèque n° {number}"));
    p.put(
        x0 + w * 0.08,
        top + 192.0,
        w * 0.8,
        Ty::Head,
        Left,
        format!("{number}  {}{}  {}", p.digits(12), p.digits(1), p.digits(12)),
    );
}

fn cheque_usual(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1935, 2004);
    let mut p = Pen::new(d, 9.6, 18.0, 14.0);
    let (cents, payee, w) = (p.any(900, 240_000), p.pick(PAYEES), p.w);
    let lines = [who.titled(false), who.home[0].clone(), who.home[1].clone()];
    cheque(&mut p, 12.0, (18.0, w), cents, payee, &lines);
    p.d.rule(150.0, 14.0, 190.0, 2.0, 0.7);
    p.d.rule(158.0, 14.0, 198.0, 2.0, 0.7);
}

fn cheque_typed(d: &mut Desk<'_, '_>) {
    let h = House::new(&mut d.rng);
    let mut p = Pen::new(d, 9.2, 26.0, 14.0);
    let (cents, w) = (p.any(5_000, 1_900_000), p.w);
    let payee = capitals(p.pick(PAYEES), p.chance(0.5));
    let lines = [
        p.pick(&["SARL CARRELAGES DU BESSIN", "SCP ROUSTAN & ASSOCIÉS", "OGEC SAINTE-URSULE", "CE TRANSPORTS URBAINS"])
            .to_owned(),
        h.street.clone(),
        h.place(),
        h.siret.clone(),
    ];
    cheque(&mut p, 16.0, (26.0, w), cents, &payee, &lines);
}

fn cheque_letter(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1940, 2004), House::new(&mut d.rng), day(&mut d.rng, 2004, 2026));
    let mut p = Pen::new(d, 10.0, 44.0, 50.0);
    let (cents, tall) = (p.any(1_200, 320_000), p.d.c.height > 500.0);
    let firm = p.pick(&[
        "Mutuelle Prévoyance Santé",
        "Assurances du Vieux Port",
        "Direction départementale des finances publiques",
        "Gan Assurances",
    ]);
    let (payee, top) = (who.titled(false).to_uppercase(), p.d.c.height - 226.0);
    p.say(Ty::Head, Left, firm);
    p.say(Ty::Small, Left, format!("{} – {} – {}", h.street, h.place(), h.phone));
    p.gap(0.6);
    p.say(Ty::Small, Left, format!("Dossier n° {} – Bordereau de règlement {}", p.digits(8), p.digits(5)));
    if tall {
        p.block(330.0, 140.0, 220.0, Ty::Body, &who.letter("", false));
        p.y = 230.0;
        p.para(
            Ty::Body,
            format!(
                "{}, veuillez trouver ci-dessous notre règlement par lettre-chèque correspondant au détail suivant :",
                who.agree("Monsieur", "Madame")
            ),
        );
        let half = cents * 3 / 5;
        let rows = vec![
            vec![figures((when.0, when.1, 3), "/"), "Remboursement de prestations".into(), p.sum(half)],
            vec![figures((when.0, when.1, 12), "/"), "Régularisation".into(), p.sum(cents - half)],
        ];
        p.table(Ty::Body, (&[1.6, 5.0, 2.0], "llr"), &["Date", "Libellé", "Montant"], &rows, Rules::Grid);
        p.para(
            Ty::Body,
            "Ce chèque est à remettre à l'encaissement dans un délai d'un an et huit jours. Vous pouvez \
             recevoir vos prochains règlements par virement \
             en nous adressant un relevé d'identité bancaire.",
        );
        p.para(Ty::Body, "Nous vous prions d'agréer l'expression de nos salutations distinguées.");
    }
    p.d.c.dotted(10.0, 585.0, top - 8.0);
    let w = p.w;
    cheque(&mut p, top, (44.0, w), cents, &payee, &[firm.to_owned(), h.street.clone(), h.place()]);
}
