using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Wizard;

/// <summary>A chosen change, with what the use case says to it.</summary>
/// <param name="Holder">Whose assignment.</param>
/// <param name="Step">What is to become of it.</param>
/// <param name="Outcome">What would become, or became, of it.</param>
internal sealed record WizardChange(WizardHolder Holder, WizardStep Step, Decision<AssignmentRequest> Outcome);
