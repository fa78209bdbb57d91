namespace PimBot.Domain.Activations;

/// <summary>That a person passed multi-factor authentication: all that the domain ever knows of it.</summary>
/// <param name="At">When.</param>
/// <param name="Method">How, in the provider's word, such as <c>playground</c> or <c>acrs:c1</c>.</param>
public sealed record VerificationProof(DateTimeOffset At, string Method);
