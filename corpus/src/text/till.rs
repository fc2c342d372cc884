//! Lines of till receipts and of what else programs print with a decimal point.
//!
//! Responsible for words and figures as tills spell them, French and English. Not responsible for whole receipts, which
//! the page layouts set.

use super::codes::{self, printed_amount};
use super::words::{FIRST_NAMES, ITEMS, TOWNS};
use crate::charset::GAP;
use crate::rng::Rng;

const SUMS: &[&str] = &[
    "TOTAL", "TOTAL TTC", "Total TTC", "Total HT", "SOUS-TOTAL", "Sous-total", "A PAYER", "Net à payer", "ESPECES",
    "Espèces", "CB", "CARTE BANCAIRE", "RENDU", "Rendu", "REMISE", "Remise", "Acompte", "Solde", "DONT TVA", "TVA",
    "MONTANT", "TOTAL EUR", "Subtotal", "SUBTOTAL", "Total", "CASH", "Cash", "CHANGE", "Change", "ROUNDING",
    "Rounding Adj", "Tax", "VAT", "GST", "Amount Due", "Discount", "Tip", "VISA", "MASTERCARD", "Total Sales",
    "BALANCE",
];

const WORDS: &[&str] = &[
    "TICKET", "Ticket n°", "CAISSE", "Caisse", "VENDEUR", "Opérateur", "Serveur", "Table", "Couverts", "Article(s)",
    "Nbre d'articles", "MERCI DE VOTRE VISITE", "A BIENTOT", "DUPLICATA", "TICKET CLIENT", "A CONSERVER", "DEBIT",
    "SANS CONTACT", "Borne", "Station", "Invoice No", "INVOICE", "Receipt #", "Cashier", "CASHIER", "Counter", "Date",
    "Time", "Qty", "QTY", "Description", "DESCRIPTION", "U/Price", "Price", "Amount", "Item", "Items", "Tel", "TEL",
    "Fax", "Thank you", "THANK YOU", "Please come again", "GOODS SOLD ARE NOT RETURNABLE", "Tax Invoice",
    "TAX INVOICE", "Doc No.", "Member", "Bill No", "Salesperson", "Ref.", "Approval Code", "Card No", "Company Reg No",
    "GST Summary", "Code", "Rate", "Tax(%)", "Customer Copy", "Pos No", "Store", "Order", "Server", "Guests",
    "Sdn Bhd", "SDN. BHD.", "Ltd", "LIMITED", "Co.", "Road", "Jalan", "Street", "Floor", "Lot", "No.", "Block",
    "Level", "Shop",
];

fn currency(rng: &mut Rng) -> &'static str {
    rng.choose(&["", "", "", "", "EUR ", "€ ", "€", "$", "$ ", "£", "RM", "RM ", "USD ", "CHF ", "E ", "F "])
}

fn stamp(rng: &mut Rng) -> String {
    let (d, m, y) = (rng.between(1, 31), rng.between(1, 12), rng.between(1995, 2027));
    let date = match rng.below(7) {
        0 => format!("{d:02}/{m:02}/{y}"),
        1 => format!("{d:02}/{m:02}/{:02}", y % 100),
        2 => format!("{d:02}-{m:02}-{y}"),
        3 => format!("{d}/{m}/{y}"),
        4 => format!("{y}-{m:02}-{d:02}"),
        5 => format!("{d:02}.{m:02}.{:02}", y % 100),
        _ => format!(
            "{d:02} {} {y}",
            rng.pick(&["JAN", "FEB", "Mar", "APR", "May", "JUN", "Jul", "AUG", "Sep", "OCT", "Nov", "DEC"])
        ),
    };
    let (h, minute) = (rng.between(0, 23), rng.between(0, 59));
    match rng.below(6) {
        0 => date,
        1 => format!("{date} {h:02}:{minute:02}:{:02}", rng.between(0, 59)),
        2 => format!("{date} {}:{minute:02} {}", h % 12 + 1, rng.pick(&["AM", "PM", "am", "pm"])),
        3 => format!("{date} {h:02}H{minute:02}"),
        4 => format!("{}{date}{GAP}{h:02}:{minute:02}", rng.pick(&["", "Date: ", "Date : ", "DATE "])),
        _ => format!("{date} {h:02}:{minute:02}"),
    }
}

fn item(rng: &mut Rng) -> String {
    let text = match rng.below(4) {
        0 => format!(
            "{} {}",
            rng.pick(ITEMS),
            rng.pick(&["500G", "1.5L", "x2", "75CL", "12PCS", "A4", "10KG", "L", "25ML"])
        ),
        1 => format!("{} {}", rng.digits(6), rng.pick(ITEMS)),
        2 => rng.digits(13),
        _ => rng.pick(ITEMS).to_owned(),
    };
    if rng.chance(0.6) { super::capitals(&text, false) } else { text }
}

/// One line, or what a detector takes for one where a row's columns are far apart.
pub(super) fn till(rng: &mut Rng) -> String {
    match rng.below(16) {
        0..=2 => format!("{}{}", currency(rng), printed_amount(rng)),
        3 => format!(
            "{} {}",
            rng.pick(SUMS),
            rng.pick(&["", ":", "EUR", "(RM)", "(EUR):", "€", "6%", "20.00%", "(INCL. TAX)"])
        ),
        4 | 5 => {
            let gap = rng.choose(&[GAP, ' ']);
            format!("{}{}{gap}{}{}", rng.pick(SUMS), rng.pick(&["", " :", ":"]), currency(rng), printed_amount(rng))
        }
        6 | 7 => item(rng),
        8 => format!("{}{GAP}{}", item(rng), printed_amount(rng)),
        9 => format!(
            "{} {} {}{}",
            rng.between(1, 24),
            rng.pick(&["x", "X", "*", "@", "PCS @", "pc x"]),
            currency(rng),
            printed_amount(rng)
        ),
        10 => stamp(rng),
        11 => format!("{} {}", rng.pick(WORDS), rng.pick(&["", ":", ": ", "#", "No :"])),
        12 => {
            let n = rng.between(2, 10) as usize;
            format!("{}{}{}", rng.pick(WORDS), rng.pick(&[" : ", ": ", ":", " ", "#"]), rng.digits(n))
        }
        13 => format!("{} {}", rng.pick(WORDS), rng.pick(WORDS)),
        14 => match rng.below(5) {
            0 => format!("({}-{})", rng.digits(6), rng.capital()),
            1 => format!("{}-{} {}", rng.digits(2), rng.digits(8), rng.pick(FIRST_NAMES)),
            2 => format!("{}{}", rng.pick(&["S ", "SR ", "ZRL ", "T1 ", "* "]), printed_amount(rng)),
            3 => format!("{} {}, {}", rng.digits(5), rng.choose(TOWNS).1, rng.pick(WORDS)),
            _ => format!("************{}", rng.digits(4)),
        },
        _ => codes::reference(rng),
    }
}
