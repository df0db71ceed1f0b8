package dev.spartanlake.document;

import io.avaje.validation.adapter.AbstractConstraintAdapter;
import io.avaje.validation.adapter.ConstraintAdapter;
import io.avaje.validation.adapter.ValidationContext.AdapterCreateRequest;
import org.jspecify.annotations.Nullable;

/// Checks [Percentage]. Public for the generated validators only.
@ConstraintAdapter(Percentage.class)
public final class PercentageAdapter extends AbstractConstraintAdapter<Float> {

    /// Called by the generated validators.
    public PercentageAdapter(AdapterCreateRequest request) {
        super(request);
    }

    @Override
    protected boolean isValid(@Nullable Float number) {
        return number == null || (number >= 0 && number <= 100);
    }
}
