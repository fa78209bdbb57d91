namespace PimBot.Application.Access;

/// <summary>What sort of value stands at a place of a directory file: JSON's kinds.</summary>
public enum DirectoryNodeKind
{
    Null = 0,
    Text = 1,
    Flag = 2,
    Number = 3,
    List = 4,
    Map = 5,
}
