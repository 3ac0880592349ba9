package clinic.staff;

import static clinic.staff.Role.ADMIN;
import static clinic.staff.Role.AUDITOR;
import static clinic.staff.Role.FRONT_DESK;
import static clinic.staff.Role.NURSE;
import static clinic.staff.Role.PRESCRIBER;

import java.util.List;
import java.util.Set;

/** What there is to do, and whose it is: the one table of who may, for pages and programs alike. */
public enum Task {
    /** Appointments, patients, series, resources, protocols, messages. */
    READ(ADMIN, PRESCRIBER, NURSE, FRONT_DESK),
    /** What a patient told about herself for the clinician. Minimum necessary: neither the front desk nor an admin. */
    READ_CLINICAL_NOTES(PRESCRIBER, NURSE),
    /** Make and change appointments, patients, series; plan and repair. */
    WRITE(ADMIN, PRESCRIBER, NURSE, FRONT_DESK),
    /** Check in, confirm, no-show, cancel, undo. */
    RECEIVE(ADMIN, PRESCRIBER, NURSE, FRONT_DESK),
    /** Book what was kept for review. */
    APPROVE(PRESCRIBER, NURSE),
    /** The steps of a visit from the waiting room on. */
    TREAT(PRESCRIBER, NURSE),
    /** Decline, decide at checkpoints, approve a protocol, override a clinical gate or gap. */
    DECIDE(PRESCRIBER),
    /** Set a house rule of booking aside, with a reason; never what would put two patients in one room. */
    OVERRIDE(ADMIN, PRESCRIBER, NURSE),
    /** Close the clinic, a room, a clinician for a time. */
    CLOSE(ADMIN, FRONT_DESK),
    /** Opening hours, shifts, breaks. */
    ROSTER(ADMIN),
    /** Accounts, protocols, settings. */
    ADMINISTER(ADMIN),
    AUDIT_LEDGER(ADMIN, AUDITOR),
    READ_AUDIT_TRAIL(AUDITOR);

    private final Set<Role> roles;

    Task(Role... roles) {
        this.roles = Set.copyOf(List.of(roles));
    }

    public boolean isFor(Role role) {
        return roles.contains(role);
    }
}
