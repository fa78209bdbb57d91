namespace PimBot.Testing;

/// <summary>
/// The element types of Adaptive Cards 1.5 as Teams takes them, as a compact table: the published schema's names, types
/// and required members (<c>!</c>), without what Teams does not show (Media, authentication). <c>msteams</c> and
/// <c>Container.rtl</c> are ours to allow: the published file lacks the one and misspells the other.
/// </summary>
internal static class CardVocabulary
{
    public const string Table = """
        enum Spacing default none small medium large extraLarge padding
        enum Height auto stretch
        enum Colors default dark light accent good warning attention
        enum FontType default monospace
        enum FontSize default small medium large extraLarge
        enum FontWeight default lighter bolder
        enum TextStyle default heading
        enum ContainerStyle default emphasis good attention warning accent
        enum Align left center right
        enum VAlign top center bottom
        enum ImageSize auto stretch small medium large
        enum ImageStyle default person
        enum ActionStyle default positive destructive
        enum ActionMode primary secondary
        enum Associated auto none
        enum ChoiceStyle compact expanded filtered
        enum InputStyle text tel url email password
        enum FillMode cover repeatHorizontally repeatVertically repeat
        enum Drop drop

        base Element id:string isVisible:bool requires:object fallback:Element|Drop height:Height separator:bool spacing:Spacing
        base Input id!:string isVisible:bool requires:object fallback:Element|Drop height:Height separator:bool spacing:Spacing label:string errorMessage:string isRequired:bool
        base Action id:string title:string iconUrl:string style:ActionStyle fallback:Action|Drop tooltip:string isEnabled:bool mode:ActionMode requires:object

        part AdaptiveCard : version:string $schema:string refresh:Refresh body:Element[] actions:Action[] selectAction:SelectAction fallbackText:string backgroundImage:BackgroundImage|string minHeight:string rtl:bool speak:string lang:string verticalContentAlignment:VAlign msteams:object
        part Refresh : action:Action.Execute userIds:string[]
        part BackgroundImage : url!:string fillMode:FillMode horizontalAlignment:Align verticalAlignment:VAlign
        part Fact : title!:string value!:string
        part Input.Choice : title!:string value!:string
        part Data.Query : dataset!:string
        part Column : items:Element[] backgroundImage:BackgroundImage|string bleed:bool fallback:Column|Drop minHeight:string rtl:bool separator:bool spacing:Spacing selectAction:SelectAction style:ContainerStyle verticalContentAlignment:VAlign width:string|number id:string isVisible:bool requires:object
        part TableColumnDefinition : width:string|number horizontalCellContentAlignment:Align verticalCellContentAlignment:VAlign
        part TableRow : cells:TableCell[] style:ContainerStyle horizontalCellContentAlignment:Align verticalCellContentAlignment:VAlign
        part TableCell : items!:Element[] selectAction:SelectAction style:ContainerStyle verticalContentAlignment:VAlign bleed:bool backgroundImage:BackgroundImage|string minHeight:string rtl:bool
        part TargetElement : elementId!:string isVisible:bool
        part TextRun : text!:string color:Colors fontType:FontType highlight:bool isSubtle:bool italic:bool selectAction:SelectAction size:FontSize strikethrough:bool underline:bool weight:FontWeight

        element TextBlock : Element text!:string color:Colors fontType:FontType horizontalAlignment:Align isSubtle:bool maxLines:number size:FontSize weight:FontWeight wrap:bool style:TextStyle
        element RichTextBlock : Element inlines!:Inline[] horizontalAlignment:Align
        element Container : Element items!:Element[] selectAction:SelectAction style:ContainerStyle verticalContentAlignment:VAlign bleed:bool backgroundImage:BackgroundImage|string minHeight:string rtl:bool
        element ColumnSet : Element columns:Column[] selectAction:SelectAction style:ContainerStyle bleed:bool minHeight:string horizontalAlignment:Align
        element FactSet : Element facts!:Fact[]
        element Image : Element url!:string altText:string backgroundColor:string height:string horizontalAlignment:Align selectAction:SelectAction size:ImageSize style:ImageStyle width:string
        element ImageSet : Element images!:Image[] imageSize:ImageSize
        element ActionSet : Element actions!:Action[]
        element Table : Element columns:TableColumnDefinition[] rows:TableRow[] firstRowAsHeader:bool showGridLines:bool gridStyle:ContainerStyle horizontalCellContentAlignment:Align verticalCellContentAlignment:VAlign
        element Input.Text : Input isMultiline:bool maxLength:number placeholder:string regex:string style:InputStyle inlineAction:SelectAction value:string
        element Input.Number : Input max:number min:number placeholder:string value:number
        element Input.Date : Input max:string min:string placeholder:string value:string
        element Input.Time : Input max:string min:string placeholder:string value:string
        element Input.Toggle : Input title!:string value:string valueOff:string valueOn:string wrap:bool
        element Input.ChoiceSet : Input choices:Input.Choice[] choices.data:Data.Query isMultiSelect:bool style:ChoiceStyle value:string placeholder:string wrap:bool

        action Action.Execute : Action verb:string data:string|object associatedInputs:Associated
        action Action.Submit : Action data:string|object associatedInputs:Associated
        action Action.OpenUrl : Action url!:string
        action Action.ShowCard : Action card:AdaptiveCard
        action Action.ToggleVisibility : Action targetElements!:Target[]
        """;
}
