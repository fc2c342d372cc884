//! Whether the numbers of an invoice agree with each other.

use super::{Invalid, siren, siret, tva};
use rust_decimal::Decimal;

/// What rounding of one printed amount to cents may hide.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

fn agree(rule: &'static str, computed: Decimal, printed: Decimal, tolerance: Decimal) -> Result<(), Invalid> {
    let apart = (computed - printed).abs();
    if apart <= tolerance {
        Ok(())
    } else {
        Err(Invalid::new(rule, format!("{computed} was computed and {printed} is printed")))
    }
}

/// Whether net + tax = gross (EN 16931, BR-CO-15: total with VAT = total without VAT + total VAT), to the cent, since all three
/// are printed in cents.
///
/// # Errors
/// [`Invalid`] says both sides when they differ or cannot be added.
pub fn totals_agree(net: Decimal, tax: Decimal, gross: Decimal) -> Result<(), Invalid> {
    const RULE: &str = "totals_agree";
    let sum = net.checked_add(tax).ok_or_else(|| Invalid::new(RULE, "the amounts are too large to add"))?;
    agree(RULE, sum, gross, Decimal::ZERO)
}

/// Whether base × rate % = tax (EN 16931, BR-CO-17), within one cent for each of the `lines` on which tax may have been rounded.
///
/// # Errors
/// [`Invalid`] says both sides when they differ or cannot be multiplied.
pub fn tax_agrees(base: Decimal, rate_percent: Decimal, tax: Decimal, lines: u32) -> Result<(), Invalid> {
    const RULE: &str = "tax_agrees";
    let product = base.checked_mul(rate_percent).ok_or_else(|| Invalid::new(RULE, "the amounts are too large"))?;
    let tolerance = CENT * Decimal::from(lines.clamp(1, 1000));
    agree(RULE, product / Decimal::ONE_HUNDRED, tax, tolerance)
}

/// Whether the amounts of the lines add up to the net total (EN 16931, BR-CO-10), to the cent.
///
/// # Errors
/// [`Invalid`] says both sides when they differ or cannot be added.
pub fn lines_agree(amounts: &[Decimal], net: Decimal) -> Result<(), Invalid> {
    const RULE: &str = "lines_agree";
    let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount));
    agree(RULE, sum.ok_or_else(|| Invalid::new(RULE, "the amounts are too large to add"))?, net, Decimal::ZERO)
}

/// Whether quantity × unit price = amount of the line, within one cent.
///
/// # Errors
/// [`Invalid`] says both sides when they differ or cannot be multiplied.
pub fn line_agrees(quantity: Decimal, unit_price: Decimal, amount: Decimal) -> Result<(), Invalid> {
    const RULE: &str = "line_agrees";
    let product = quantity.checked_mul(unit_price).ok_or_else(|| Invalid::new(RULE, "the amounts are too large"))?;
    agree(RULE, product, amount, CENT)
}

/// Whether a VAT number and a SIREN or SIRET are those of one company: the VAT number ends in the SIREN.
///
/// # Errors
/// [`Invalid`] when one of them is no valid number, or they name two companies.
pub fn same_company(vat: &str, company: &str) -> Result<(), Invalid> {
    const RULE: &str = "same_company";
    let vat = tva(vat)?;
    let number = siret(company).or_else(|_| siren(company))?;
    if vat[4..] == number[..9] {
        Ok(())
    } else {
        Err(Invalid::new(RULE, format!("the VAT number is of {} and not of {}", &vat[4..], &number[..9])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn totals_to_the_cent() {
        assert!(totals_agree(d("100.00"), d("20.00"), d("120.00")).is_ok());
        let wrong = totals_agree(d("100.00"), d("20.00"), d("120.01")).unwrap_err();
        assert!(wrong.reason.contains("120.00") && wrong.reason.contains("120.01"), "{wrong}");
        assert!(totals_agree(Decimal::MAX, Decimal::MAX, d("1")).is_err());
    }

    #[test]
    fn taxes_and_lines_within_rounding() {
        assert!(tax_agrees(d("99.99"), d("5.5"), d("5.50"), 1).is_ok());
        assert!(tax_agrees(d("99.99"), d("5.5"), d("5.52"), 1).is_err());
        assert!(tax_agrees(d("99.99"), d("5.5"), d("5.52"), 3).is_ok());
        assert!(line_agrees(d("3"), d("33.333"), d("100.00")).is_ok());
        assert!(line_agrees(d("3"), d("33.333"), d("100.02")).is_err());
        assert!(lines_agree(&[d("1.10"), d("2.20")], d("3.3")).is_ok() && lines_agree(&[], d("0")).is_ok());
        assert!(lines_agree(&[d("1.10"), d("2.20")], d("3.31")).unwrap_err().reason.contains("3.30"));
        assert!(lines_agree(&[Decimal::MAX, Decimal::MAX], d("1")).is_err());
        assert!(
            tax_agrees(Decimal::MAX, d("20"), d("1"), 1).is_err()
                && line_agrees(Decimal::MAX, d("20"), d("1")).is_err()
        );
    }

    #[test]
    fn vat_numbers_hold_the_siren() {
        assert!(same_company("FR44732829320", "732 829 320 00074").is_ok());
        assert!(same_company("FR40303265045", "732829320").unwrap_err().reason.contains("303265045"));
        assert!(same_company("FR40303265045", "732829321").is_err());
    }
}
