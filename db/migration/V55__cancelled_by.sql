-- Whose wish a cancellation was. So far it stood in the words of the reason only, and a cancellation by the clinic could
-- be called late.
ALTER TABLE appointment ADD COLUMN cancelled_by VARCHAR(10) NULL COMMENT 'PATIENT, CLINIC; null: it is not cancelled';
ALTER TABLE visit_edge ADD COLUMN cancelled_by VARCHAR(10) NULL COMMENT 'PATIENT, CLINIC; null: no cancellation';

UPDATE visit_edge
   SET cancelled_by = IF(edge = 'DECLINE' OR (actor <> 'PATIENT' AND (reason LIKE 'The clinic%' OR reason LIKE 'La cl_nica%')),
                         'CLINIC', 'PATIENT')
 WHERE edge IN ('CANCEL', 'DECLINE');

UPDATE appointment a
   SET cancelled_by = COALESCE((SELECT e.cancelled_by FROM visit_edge e
                                 WHERE e.appointment_id = a.id AND e.cancelled_by IS NOT NULL
                                 ORDER BY e.id DESC LIMIT 1), 'PATIENT')
 WHERE status = 'CANCELLED';

UPDATE appointment SET late_cancel = FALSE WHERE cancelled_by = 'CLINIC';
