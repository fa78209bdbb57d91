namespace PimBot.Playground;

/// <summary>The people that the page may speak as. Implemented by the host from its directory.</summary>
public interface IPlaygroundPeople
{
    /// <summary>Everyone, in the order in which the page offers them; the first three have a pane at first.</summary>
    IReadOnlyList<PlaygroundPerson> List();
}
