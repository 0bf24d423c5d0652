package io.hashlake.text.sentiment;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Writes what {@link LinearModel#read} reads. */
final class ModelFile {

    private ModelFile() {}

    static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(LinearModel.MAGIC);
            out.writeFloat(model.scale());
            for (float weight : model.numberWeights()) {
                out.writeFloat(weight);
            }
            out.write(model.ngramWeights());
        }
        return bytes.toByteArray();
    }
}
