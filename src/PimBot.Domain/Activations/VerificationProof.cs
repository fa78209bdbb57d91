namespace PimBot.Domain.Activations;

/// <summary>That a person passed multi-factor authentication: all that the domain ever knows of it.</summary>
/// <param name="At">When.</param>
/// <param name="Method">How, in the provider's word, such as <c>playground</c> or <c>acrs:c1</c>.</param>
public sealed record VerificationProof(DateTimeOffset At, string Method)
{
    private const string OfContext = "acrs:";

    /// <summary>How the proof of an authentication context is named.</summary>
    public static string MethodOf(string context) => OfContext + context;

    /// <summary>Whether this is a proof of that authentication context.</summary>
    public bool Proves(string context) => Method == MethodOf(context);
}
