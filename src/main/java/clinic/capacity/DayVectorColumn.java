package clinic.capacity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class DayVectorColumn implements AttributeConverter<DayVector, byte[]> {
    @Override
    public byte[] convertToDatabaseColumn(DayVector vector) {
        return vector == null ? null : vector.toBytes();
    }

    @Override
    public DayVector convertToEntityAttribute(byte[] column) {
        return column == null ? null : DayVector.of(column);
    }
}
