//! Who may do what: the one authorisation table, as types.
//!
//! A person signs in with a [`Role`]. Towards a company they stand in a [`Relation`], or in none: then the company does not exist for
//! them. [`permits`] is the whole table; the server asks it in one place, and the tests walk through every cell.

use serde::{Deserialize, Serialize};

/// What a person is in the system (the profiles of Circ. INPS 28/2011 and the institute's own staff).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Employer or legal representative of a company.
    Owner,
    /// Employee of a company enabled by form SC62.
    Employee,
    /// Labour consultant, lawyer, accountant: a professional of L. 12/1979 who owns a practice.
    Consultant,
    /// Works in a consultant's practice, on the clients assigned to them.
    Collaborator,
    /// Acts for the members of a trade association.
    Association,
    /// Answers at an office of the institute.
    Operator,
    /// Heads an office of the institute.
    Manager,
    /// Runs the system; reads no company's matters.
    Administrator,
    /// Examines the audit log.
    Auditor,
}

impl Role {
    /// Every role, in the order of the table.
    pub const ALL: [Role; 9] = [
        Role::Owner,
        Role::Employee,
        Role::Consultant,
        Role::Collaborator,
        Role::Association,
        Role::Operator,
        Role::Manager,
        Role::Administrator,
        Role::Auditor,
    ];

    /// Whether the person works for several companies and so begins from the list of them.
    pub const fn has_clients(self) -> bool {
        matches!(self, Role::Consultant | Role::Collaborator | Role::Association)
    }

    /// Whether the person belongs to the institute.
    pub const fn is_staff(self) -> bool {
        matches!(self, Role::Operator | Role::Manager)
    }
}

/// How a person stands to a company. Without a relation the company is not found, whether it exists or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Represents the company, or is its enabled employee.
    Own,
    /// Their practice or association holds a delegation that is active today.
    Delegated,
    /// As [`Relation::Delegated`], and the company is assigned to this collaborator.
    Assigned,
    /// The company has a position at the person's office.
    Competent,
}

/// What is acted upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resource {
    /// Registry data, positions, connected persons.
    Registry,
    /// Declarations, payments and what is derived from them.
    Contributions,
    /// UniEmens and F24 files handed in for the company.
    ContributionFiles,
    /// Checks of regularity asked for, and links to the documents that they issue.
    Regularity,
    /// Evidence and what is done about it.
    Evidence,
    /// Requests to the office: the conversation.
    Requests,
    /// What an office notes beside a request for itself.
    InternalNotes,
}

/// What is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Look at it.
    Read,
    /// Add to it.
    Create,
    /// Correct or remove what is in it, with a reason; of requests, what an office does: answer, or write first.
    Correct,
}

/// The authorisation table.
pub const fn permits(role: Role, relation: Relation, resource: Resource, verb: Verb) -> bool {
    use Relation::{Assigned, Competent, Delegated, Own};
    use Role::{Association, Collaborator, Consultant, Employee, Manager, Operator, Owner};
    let related = matches!(
        (role, relation),
        (Owner | Employee, Own)
            | (Consultant | Association, Delegated)
            | (Collaborator, Assigned)
            | (Operator | Manager, Competent)
    );
    related
        && match (resource, verb) {
            (
                Resource::Registry
                | Resource::Contributions
                | Resource::Evidence
                | Resource::Requests,
                Verb::Read,
            ) => true,
            (Resource::Evidence | Resource::Requests, Verb::Create) => !role.is_staff(),
            (Resource::InternalNotes, Verb::Read | Verb::Create) => role.is_staff(),
            (Resource::Registry | Resource::Contributions | Resource::Requests, Verb::Correct) => {
                role.is_staff()
            }
            (Resource::ContributionFiles | Resource::Regularity, Verb::Create) => {
                matches!(role, Owner | Consultant | Collaborator | Association)
            }
            _ => false,
        }
}

/// Whether some relation lets the role do this at all: what a screen asks before it offers the action.
pub fn may_ever(role: Role, resource: Resource, verb: Verb) -> bool {
    [Relation::Own, Relation::Delegated, Relation::Assigned, Relation::Competent]
        .into_iter()
        .any(|relation| permits(role, relation, resource, verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_reads_a_company_without_the_relation_of_their_role() {
        for role in Role::ALL {
            for relation in
                [Relation::Own, Relation::Delegated, Relation::Assigned, Relation::Competent]
            {
                let expected = match role {
                    Role::Owner | Role::Employee => relation == Relation::Own,
                    Role::Consultant | Role::Association => relation == Relation::Delegated,
                    Role::Collaborator => relation == Relation::Assigned,
                    Role::Operator | Role::Manager => relation == Relation::Competent,
                    Role::Administrator | Role::Auditor => false,
                };
                for resource in [Resource::Registry, Resource::Contributions] {
                    assert_eq!(
                        permits(role, relation, resource, Verb::Read),
                        expected,
                        "{role:?} {relation:?}"
                    );
                    assert!(!permits(role, relation, resource, Verb::Create));
                    assert_eq!(
                        permits(role, relation, resource, Verb::Correct),
                        expected && role.is_staff()
                    );
                }
            }
        }
    }

    #[test]
    fn evidence_is_taken_care_of_by_the_company_and_those_who_act_for_it() {
        let may: Vec<Role> = Role::ALL
            .into_iter()
            .filter(|role| may_ever(*role, Resource::Evidence, Verb::Create))
            .collect();
        assert_eq!(may, crate::evidence::ACTORS);
    }

    #[test]
    fn customers_ask_offices_answer_and_no_customer_sees_an_internal_note() {
        let may = |resource, verb| -> Vec<Role> {
            Role::ALL.into_iter().filter(|role| may_ever(*role, resource, verb)).collect()
        };
        let (asks, answers) = (crate::requests::CUSTOMERS, crate::requests::STAFF);
        assert_eq!(may(Resource::Requests, Verb::Create), asks);
        assert_eq!(may(Resource::Requests, Verb::Correct), answers);
        assert_eq!(may(Resource::Requests, Verb::Read), [asks, answers].concat());
        for verb in [Verb::Read, Verb::Create] {
            assert_eq!(may(Resource::InternalNotes, verb), answers);
        }
    }

    #[test]
    fn the_company_and_its_intermediaries_hand_in_files_and_ask_for_checks() {
        for resource in [Resource::ContributionFiles, Resource::Regularity] {
            let may: Vec<Role> = Role::ALL
                .into_iter()
                .filter(|role| may_ever(*role, resource, Verb::Create))
                .collect();
            assert_eq!(may, [Role::Owner, Role::Consultant, Role::Collaborator, Role::Association]);
        }
    }
}
