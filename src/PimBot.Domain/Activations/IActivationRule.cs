using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>One rule of activation: a small pure object that names itself when it is broken.</summary>
internal interface IActivationRule
{
    /// <summary>Null when the facts keep the rule.</summary>
    RuleViolation? Check(ActivationFacts facts);
}
