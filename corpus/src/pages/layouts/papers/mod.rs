//! Papers of persons, vehicles, homes and offices: a page for each document type that ships and that no other layout draws.
//!
//! Pages are named as the types are, and so are their fields. Wordings are those of the papers, not those of the rules that tell them.

mod aid;
mod card;
mod cheque;
mod civil;
mod correspondence;
mod energy;
mod health;
mod housing;
mod licence;
mod order;
mod resume;
mod senders;
mod sheet;
mod vehicle;

use super::facts;
use crate::pages::desk::Desk;
use crate::rng::Rng;

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paper {
    Passport,
    ResidencePermit,
    DrivingLicence,
    Registration,
    BirthCertificate,
    FamilyBook,
    RentReceipt,
    EnergyBill,
    AidRequest,
    FamilyBenefits,
    HealthRights,
    Order,
    FormalNotice,
    Cheque,
    Resume,
    Application,
    Lawyer,
    Person,
    Office,
    Firm,
}

impl Paper {
    pub(crate) const ALL: [Paper; 20] = [
        Paper::Passport,
        Paper::ResidencePermit,
        Paper::DrivingLicence,
        Paper::Registration,
        Paper::BirthCertificate,
        Paper::FamilyBook,
        Paper::RentReceipt,
        Paper::EnergyBill,
        Paper::AidRequest,
        Paper::FamilyBenefits,
        Paper::HealthRights,
        Paper::Order,
        Paper::FormalNotice,
        Paper::Cheque,
        Paper::Resume,
        Paper::Application,
        Paper::Lawyer,
        Paper::Person,
        Paper::Office,
        Paper::Firm,
    ];

    /// The name of the document type.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Paper::Passport => "passeport",
            Paper::ResidencePermit => "titre_sejour",
            Paper::DrivingLicence => "permis_conduire",
            Paper::Registration => "carte_grise",
            Paper::BirthCertificate => "acte_naissance",
            Paper::FamilyBook => "livret_famille",
            Paper::RentReceipt => "quittance",
            Paper::EnergyBill => "facture_energie",
            Paper::AidRequest => "demande_aide_sociale",
            Paper::FamilyBenefits => "attestation_caf",
            Paper::HealthRights => "attestation_droits",
            Paper::Order => "arrete",
            Paper::FormalNotice => "mise_en_demeure",
            Paper::Cheque => "cheque",
            Paper::Resume => "curriculum_vitae",
            Paper::Application => "candidature",
            Paper::Lawyer => "courrier_avocat",
            Paper::Person => "courrier_particulier",
            Paper::Office => "courrier_administration",
            Paper::Firm => "courrier_entreprise",
        }
    }

    /// Width and height of the sheet in points, where it is no A4.
    pub(crate) fn sheet(self, rng: &mut Rng) -> Option<(f32, f32)> {
        match self {
            // 175 x 80 mm with a little of the scanner's bed; else on a sheet that it was copied to.
            Paper::Cheque => rng.chance(0.6).then_some((508.0, 239.0)),
            // An open booklet, two pages of 125 x 88 mm one over the other.
            Paper::Passport => rng.chance(0.4).then_some((372.0, 516.0)),
            Paper::FamilyBook => rng.chance(0.4).then_some((420.0, 595.0)),
            _ => None,
        }
    }

    /// Whether a typewriter wrote it, or filled it in, at times.
    pub(crate) fn may_be_typed(self) -> bool {
        let printed = matches!(self, Paper::BirthCertificate | Paper::RentReceipt | Paper::FormalNotice | Paper::Order);
        printed || matches!(self, Paper::Person | Paper::Office | Paper::Firm)
    }

    /// Sets the page.
    pub(crate) fn set(self, d: &mut Desk<'_, '_>) {
        match self {
            Paper::Passport => card::passport(d),
            Paper::ResidencePermit => card::residence_permit(d),
            Paper::DrivingLicence => licence::driving_licence(d),
            Paper::Registration => vehicle::registration(d),
            Paper::BirthCertificate => civil::birth_certificate(d),
            Paper::FamilyBook => civil::family_book(d),
            Paper::RentReceipt => housing::rent_receipt(d),
            Paper::EnergyBill => energy::bill(d),
            Paper::AidRequest => aid::request(d),
            Paper::FamilyBenefits => health::family_benefits(d),
            Paper::HealthRights => health::rights(d),
            Paper::Order => order::order(d),
            Paper::FormalNotice => correspondence::formal_notice(d),
            Paper::Cheque => cheque::cheque(d),
            Paper::Resume => resume::resume(d),
            Paper::Application => correspondence::application(d),
            Paper::Lawyer => correspondence::lawyer(d),
            Paper::Person => senders::person(d),
            Paper::Office => senders::office(d),
            Paper::Firm => senders::firm(d),
        }
    }
}
