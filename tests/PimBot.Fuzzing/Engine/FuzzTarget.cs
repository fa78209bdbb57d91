namespace PimBot.Fuzzing.Engine;

/// <summary>Something that is fed inputs. Inputs are texts, so that one can be stored, read and fed again.</summary>
internal abstract class FuzzTarget
{
    /// <summary>What a crash file and the report call it.</summary>
    public abstract string Name { get; }

    /// <summary>How many inputs one round takes before its state is checked as a whole and thrown away.</summary>
    public abstract int InputsPerRound { get; }

    /// <summary>Ordinary inputs, fed first and mutated from then on.</summary>
    public abstract IReadOnlyList<string> Seeds { get; }

    /// <summary>What was measured besides, for the report.</summary>
    public virtual IEnumerable<string> Remarks => [];

    /// <summary>Another input, made of the parent and perhaps of others in the corpus. Only the generator decides what comes out.</summary>
    public abstract string Mutate(string parent, Corpus corpus, Random random);

    /// <summary>Makes the state that a round starts from; the same each time.</summary>
    public abstract Task BeginRoundAsync();

    /// <summary>Feeds one input and returns the signature of what it did.</summary>
    /// <exception cref="PropertyBrokenException">A property does not hold.</exception>
    public abstract Task<string> RunAsync(string input);

    /// <summary>Checks what must hold after a round, and ends it.</summary>
    /// <exception cref="PropertyBrokenException">A property does not hold.</exception>
    public abstract Task EndRoundAsync();

    /// <summary>Ends a round in which a property was broken already. Throws nothing.</summary>
    public abstract Task AbandonRoundAsync();
}
