package clinic.security;

import clinic.patient.Language;
import clinic.staff.Role;

/** What an account is made of. */
public record NewAccount(String name, String fullName, String email, Role role, Language language) {}
