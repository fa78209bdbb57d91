using PimBot.Domain.Access;

namespace PimBot.Scenarios.Model;

/// <summary>What administrators do meanwhile.</summary>
internal static class DirectoryChange
{
    public static Task ApplyAsync(Step step, ModelDirectory directory, PimProcess process, DateTimeOffset now) =>
        step switch
        {
            Step.Enable s => EnableAsync(s, directory, process),
            Step.ToggleApprover s => ToggleApproverAsync(s, directory, process),
            Step.ToggleEligibility s => ToggleEligibilityAsync(s, directory, process, now),
            Step.ChangePolicy s => ChangePolicyAsync(s, directory, process),
            _ => Task.CompletedTask,
        };

    private static Task EnableAsync(Step.Enable step, ModelDirectory directory, PimProcess process)
    {
        var id = new PersonId(step.Person);
        var person = directory.People[id] = directory.People[id] with { Enabled = step.Enabled };
        return process.Commit(work => work.Directory.UpdateAsync(person, default));
    }

    private static Task ToggleApproverAsync(Step.ToggleApprover step, ModelDirectory directory, PimProcess process)
    {
        var id = new PersonId(step.Person);
        if (!directory.Approvers.Remove(id))
        {
            directory.Approvers.Add(id);
        }

        var group = new Group
        {
            Id = Cast.Approvers,
            Name = "Approvers",
            Members = [.. directory.Approvers],
        };
        return process.Commit(work => work.Directory.UpdateAsync(group, default));
    }

    private static Task ToggleEligibilityAsync(
        Step.ToggleEligibility step,
        ModelDirectory directory,
        PimProcess process,
        DateTimeOffset now
    )
    {
        var held = directory.Eligibilities.Find(a => a.Person?.Value == step.Person && a.Access == step.Role);
        if (held is not null)
        {
            directory.Eligibilities.Remove(held);
            return process.Commit(async work =>
                work.Assignments.Remove((await work.Assignments.FindAsync(held.Id, default))!)
            );
        }

        DateTimeOffset? end = step.EndInMinutes is { } minutes ? now.AddMinutes(minutes) : null;
        var added = Cast.Eligible(step.Person, step.Role, end: end);
        directory.Eligibilities.Add(added);
        return process.Commit(work =>
        {
            work.Assignments.Add(added);
            return Task.CompletedTask;
        });
    }

    private static Task ChangePolicyAsync(Step.ChangePolicy step, ModelDirectory directory, PimProcess process)
    {
        var policy = directory.Policies[step.Role] = Cast.Policy(
            step.Role,
            step.Require,
            step.Minutes,
            step.WindowHours,
            step.FrankApproves
        );
        return process.Commit(work => work.Directory.UpdateAsync(policy, default));
    }
}
