//! Set-up, demo and test commands of the project.
