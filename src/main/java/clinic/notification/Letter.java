package clinic.notification;

import java.util.Optional;

/** What a letter says, before it is put into an envelope. */
record Letter(String language, String subject, String text, String html, Optional<Invitation> invitation) {}
